package org.espalier.api.run;

import java.nio.file.Path;

/**
 * Something a stage made and another takes: weights, an encoder, a table.
 *
 * @param stage the stage that made it
 * @param name  its name within the stage
 * @param path  the file
 */
public record Artefact(String stage, String name, Path path) {
}
