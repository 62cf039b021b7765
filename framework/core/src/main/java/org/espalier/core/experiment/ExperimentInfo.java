package org.espalier.core.experiment;

import java.util.Optional;

/**
 * An experiment in a list.
 *
 * @param id     e.g. {@code gndnets/cora}
 * @param title  one line
 * @param paper  id of the paper's card
 * @param source bundle and entry, or file
 */
public record ExperimentInfo(String id, String title, Optional<String> paper, String source) {
}
