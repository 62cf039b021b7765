package org.espalier.api.run;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

import org.osgi.annotation.versioning.ProviderType;

/** Keeps what a stage makes for later stages and for the user. */
@ProviderType
public interface Artefacts {
    /**
     * Writes an artefact of this stage: complete or not at all.
     *
     * @param name file name, e.g. {@code weights.npz}
     * @return the artefact as later stages will see it
     * @throws UncheckedIOException if it cannot be written
     */
    Artefact save(String name, Content content);

    /** Writes the bytes of an artefact. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }
}
