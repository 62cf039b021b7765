package org.espalier.compute.internal.kernel;

/** The arithmetic of an op on one piece of its arrays, all of the same length. Each is a loop of its own, since the JVM compiles a loop for what it sees in it. */
@FunctionalInterface
interface Loop {
    /** Reads the first {@code count} elements of each input and writes those of each output. */
    void run(float[][] in, float[][] out, int count);
}
