package org.espalier.compute.internal.kernel;

/** Doubles put together by their bits. */
final class DoubleBits {
    private static final int MANTISSA = 52;
    private static final int BIAS = 1023;

    private DoubleBits() {
    }

    /** Turns whole numbers n, each with 1.5 2^52 added, into 2^(n - 1). */
    static void halfPowers(double[] n, int count) {
        for (int i = 0; i < count; i++) {
            Words.put(n, i, Words.get(n, i) + (BIAS - 1) << MANTISSA);
        }
    }
}
