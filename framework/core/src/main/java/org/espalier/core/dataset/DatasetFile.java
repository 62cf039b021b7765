package org.espalier.core.dataset;

import java.nio.file.Path;
import java.util.Optional;

import org.espalier.api.dataset.DataFile;

/**
 * A file that a dataset needs.
 *
 * @param file  what is needed
 * @param found where it lies in the data roots; empty if it does not, or if it ships inside the plugin
 */
public record DatasetFile(DataFile file, Optional<Path> found) {
}
