package org.espalier.compute.internal.kernel;

/** Heap arrays that kernels of one program work on, one kernel after the other: loops over heap arrays are what the JVM compiles best. */
final class Scratch {
    private static final int SLOTS = 4;

    private final float[][] floats = new float[SLOTS][0];
    private final double[][] doubles = new double[SLOTS][0];
    private float[][][] in = {};
    private float[][][] out = {};

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

    /** Makes room for pieces of that many inputs and outputs for that many threads. */
    void prepare(int threads, int inputs, int outputs) {
        in = room(in, threads, inputs);
        out = room(out, threads, outputs);
    }

    /** A thread's pieces of inputs. */
    float[][] in(int thread) {
        return in[thread];
    }

    /** A thread's pieces of outputs. */
    float[][] out(int thread) {
        return out[thread];
    }

    private static float[][][] room(float[][][] old, int threads, int arrays) {
        int width = old.length == 0 ? 0 : old[0].length;
        if (old.length >= threads && width >= arrays) {
            return old;
        }
        return new float[Math.max(old.length, threads)][Math.max(width, arrays)][PiecewiseKernel.PIECE];
    }
}
