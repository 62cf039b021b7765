package org.espalier.compute.internal.kernel;

/** Floats taken apart and put together by their bits. */
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

    private FloatBits() {
    }

    /** Turns whole numbers n, each with 1.5 2^23 added, into 2^(n - 1). */
    static void halfPowers(float[] n, int count) {
        for (int i = 0; i < count; i++) {
            Words.put(n, i, Words.get(n, i) + (BIAS - 1) << MANTISSA);
        }
    }

    /** x = 2^n m with m from the root of 1/2 to that of 2; means nothing where x is not {@linkplain #areNormal normal}. */
    static void split(float[] x, float[] n, float[] m, int count) {
        for (int i = 0; i < count; i++) {
            Words.put(n, i, (Words.get(x, i) - ROOT_HALF >> MANTISSA) + ROUND_BITS);
        }
        for (int i = 0; i < count; i++) {
            Words.put(m, i, Words.get(x, i) - (Words.get(n, i) - ROUND_BITS << MANTISSA));
        }
        for (int i = 0; i < count; i++) {
            n[i] = n[i] - ROUND;
        }
    }

    /** Whether all are positive, finite and normal. */
    static boolean areNormal(float[] x, int count) {
        int odd = 0;
        for (int i = 0; i < count; i++) {
            odd |= Words.get(x, i) - SMALLEST_NORMAL | INFINITY - 1 - Words.get(x, i);
        }
        return odd >= 0;
    }
}
