package org.espalier.compute.internal.kernel;

/** One step of a program: reads and writes arrays fixed when it was made. */
@FunctionalInterface
public interface Kernel {
    /** @param iteration counter of the random masks: the number of updates, or of runs, done before */
    void run(long iteration);
}
