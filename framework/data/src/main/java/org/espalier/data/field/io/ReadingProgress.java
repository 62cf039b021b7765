package org.espalier.data.field.io;

/** Hears how far the reading of files is: on any thread, a few times a second. */
@FunctionalInterface
public interface ReadingProgress {
    /**
     * Takes what is being done and how fast, e.g. {@code encoding, 1,200,000 rows, 350,000 rows/s}.
     *
     * @param share how much of the files this pass has read, 0 to 1
     */
    void at(String doing, double share);
}
