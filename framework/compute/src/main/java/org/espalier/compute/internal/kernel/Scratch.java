package org.espalier.compute.internal.kernel;

/** Heap arrays that kernels of one program work on, one kernel after the other: loops over heap arrays are what the JVM compiles best. */
final class Scratch {
    private static final int SLOTS = 4;

    private final float[][] floats = new float[SLOTS][0];
    private final double[][] doubles = new double[SLOTS][0];

    /** An array of at least this length with any content; another one for each slot, 0 to 3. */
    float[] floats(int slot, int length) {
        if (floats[slot].length < length) {
            floats[slot] = new float[length];
        }
        return floats[slot];
    }

    /** An array of at least this length with any content; another one for each slot, 0 to 3. */
    double[] doubles(int slot, int length) {
        if (doubles[slot].length < length) {
            doubles[slot] = new double[length];
        }
        return doubles[slot];
    }
}
