package org.espalier.api.dataset;

import java.io.IOException;
import java.nio.file.Path;

import org.osgi.annotation.versioning.ProviderType;

/** The files of a dataset, found and checked by the host. Valid while {@link Dataset#load} runs. */
@ProviderType
public interface DataAccess {
    /**
     * Where the file lies; a bundled one is copied out of its bundle first.
     *
     * @throws org.espalier.api.error.DataException if it is optional and absent, or cannot be read
     */
    Path path(DataFile file) throws IOException;

    /** Whether the file was found. */
    boolean has(DataFile file);

    /** SHA-256 of a found file in lower-case hex, to tell what was derived from it from what was derived from another. */
    String sha256(DataFile file) throws IOException;

    /** A folder, made if need be, for what a reader derives from files and wants to find again in later runs. Whoever owns the installation may empty it at any time. */
    Path cache() throws IOException;

    /** Records what a reader did with odd but acceptable input, e.g. {@code 3 citations to unknown papers skipped}; shown once and kept with the run. */
    void note(String remark);

    /**
     * Tells people who wait how far {@link Dataset#load} is; nothing of it is kept. May be called on any thread, a few times a second.
     *
     * @param doing what is being done and how fast, e.g. {@code counting values, 1,200,000 rows, 350,000 rows/s}
     * @param share how much of that is done, 0 to 1
     */
    default void progress(String doing, double share) {
    }
}
