package org.espalier.core.plugin;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A jar in a plugin folder, or a bundle that contributes extensions.
 *
 * @param name       symbolic name, or the file's name if the jar is no bundle
 * @param version    bundle version; empty if the jar is no bundle
 * @param state      what it can do now
 * @param file       where it lies
 * @param extensions ids of what it offers
 * @param usedBy     running runs that use it
 * @param problem    why it is not active, in plain words; empty if it is
 */
public record Plugin(String name, String version, State state, Optional<Path> file, List<String> extensions, List<String> usedBy, Optional<String> problem) {
    /** What a plugin can do now. */
    public enum State {
        /** Its extensions can be used. */
        ACTIVE,
        /** Replaced or removed, but still used by a run; goes when that ends. */
        RETIRING,
        /** Installed, but something it needs is missing. */
        UNRESOLVED,
        /** The file cannot be used at all. */
        BROKEN
    }
}
