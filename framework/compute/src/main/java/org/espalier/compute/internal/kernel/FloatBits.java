package org.espalier.compute.internal.kernel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;

/**
 * Floats seen as whole numbers and back, by copies through memory outside the heap: the JVM of today makes vector instructions of such copies and of loops over
 * whole numbers, but not of a loop that turns one into the other.
 */
final class FloatBits {
    private static final int MANTISSA = 23;
    private static final int BIAS = 127;
    /** The bits of the float closest to the root of 1/2, and how far they are from those of 1. */
    private static final int ROOT_HALF = 0x3F3504F3;
    /** The bits of 1.5 2^23, and its value: a small whole number added to the one is added to the other. */
    private static final int ROUND_BITS = 0x4B400000;
    private static final float ROUND = 12582912f;
    private static final int INFINITY = 0x7F800000;
    private static final int SMALLEST_NORMAL = 0x00800000;

    private final ByteBuffer bytes = ByteBuffer.allocateDirect(Vectors.PIECE * Float.BYTES).order(ByteOrder.nativeOrder());
    private final FloatBuffer floats = bytes.asFloatBuffer();
    private final IntBuffer ints = bytes.asIntBuffer();
    private final int[] a = new int[Vectors.PIECE];
    private final int[] b = new int[Vectors.PIECE];

    /** Turns whole numbers n, each with 1.5 2^23 added, into 2^(n - 1). */
    void halfPowers(float[] n, int count) {
        toInts(n, a, count);
        for (int i = 0; i < count; i++) {
            a[i] = a[i] + (BIAS - 1) << MANTISSA;
        }
        toFloats(a, n, count);
    }

    /**
     * x = 2^n m with m from the root of 1/2 to that of 2.
     *
     * @return whether all are positive, finite and normal; the results for others mean nothing
     */
    boolean split(float[] x, float[] n, float[] m, int count) {
        toInts(x, a, count);
        int odd = 0;
        for (int i = 0; i < count; i++) {
            odd |= a[i] - SMALLEST_NORMAL | INFINITY - 1 - a[i];
        }
        for (int i = 0; i < count; i++) {
            b[i] = a[i] - ROOT_HALF >> MANTISSA;
        }
        for (int i = 0; i < count; i++) {
            a[i] = a[i] - (b[i] << MANTISSA);
        }
        for (int i = 0; i < count; i++) {
            b[i] = b[i] + ROUND_BITS;
        }
        toFloats(a, m, count);
        toFloats(b, n, count);
        for (int i = 0; i < count; i++) {
            n[i] = n[i] - ROUND;
        }
        return odd >= 0;
    }

    private void toInts(float[] from, int[] to, int count) {
        floats.put(0, from, 0, count);
        ints.get(0, to, 0, count);
    }

    private void toFloats(int[] from, float[] to, int count) {
        ints.put(0, from, 0, count);
        floats.get(0, to, 0, count);
    }
}
