package org.espalier.compute.internal.kernel;

/**
 * Sums and largest elements of ranges of up to {@value Vectors#PIECE} floats. Long ranges are halved again and again, each half joined to the other in one loop, as long as
 * that is faster than going through them: the JVM makes vector instructions of loops whose arrays differ by a fixed distance, and of none that fold. Sums
 * are the more exact for it.
 */
final class FloatFolds {
    private static final int LEAST = 256;

    private final float[] half = new float[Vectors.PIECE];

    double sum(float[] x, int from, int to) {
        if (to - from < LEAST) {
            return shortSum(x, from, to);
        }
        int length = to - from;
        if (length > 512) {
            add512(x, from, length - 512);
            rest(x, from, length, 512);
        } else {
            add256(x, from, length - 256);
            rest(x, from, length, 256);
        }
        if (length > 512) {
            add256(half, from, 256);
        }
        add128(half, from, 128);
        add64(half, from, 64);
        return shortSum(half, from, from + 64);
    }

    /** The middle, which has no partner in the second half. */
    private void rest(float[] x, int from, int length, int distance) {
        System.arraycopy(x, from + length - distance, half, from + length - distance, 2 * distance - length);
    }

    private void add512(float[] x, int from, int count) {
        for (int i = from; i < from + count; i++) {
            half[i] = x[i] + x[i + 512];
        }
    }

    private void add256(float[] x, int from, int count) {
        for (int i = from; i < from + count; i++) {
            half[i] = x[i] + x[i + 256];
        }
    }

    private void add128(float[] x, int from, int count) {
        for (int i = from; i < from + count; i++) {
            half[i] = x[i] + x[i + 128];
        }
    }

    private void add64(float[] x, int from, int count) {
        for (int i = from; i < from + count; i++) {
            half[i] = x[i] + x[i + 64];
        }
    }

    /** Eight sums side by side, since one would wait for itself. */
    private static double shortSum(float[] x, int from, int to) {
        float a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0;
        int i = from;
        for (; i + 8 <= to; i += 8) {
            a += x[i];
            b += x[i + 1];
            c += x[i + 2];
            d += x[i + 3];
            e += x[i + 4];
            f += x[i + 5];
            g += x[i + 6];
            h += x[i + 7];
        }
        double rest = 0;
        for (; i < to; i++) {
            rest += x[i];
        }
        return (double) a + b + ((double) c + d) + ((double) e + f + ((double) g + h)) + rest;
    }

    double largest(float[] x, int from, int to) {
        if (to - from < LEAST) {
            return shortLargest(x, from, to);
        }
        int length = to - from;
        if (length > 512) {
            max512(x, from, length - 512);
            rest(x, from, length, 512);
            max256(half, from, 256);
        } else {
            max256(x, from, length - 256);
            rest(x, from, length, 256);
        }
        max128(half, from, 128);
        return shortLargest(half, from, from + 128);
    }

    private void max512(float[] x, int from, int count) {
        for (int i = from; i < from + count; i++) {
            half[i] = Math.max(x[i], x[i + 512]);
        }
    }

    private void max256(float[] x, int from, int count) {
        for (int i = from; i < from + count; i++) {
            half[i] = Math.max(x[i], x[i + 256]);
        }
    }

    private void max128(float[] x, int from, int count) {
        for (int i = from; i < from + count; i++) {
            half[i] = Math.max(x[i], x[i + 128]);
        }
    }

    /** Eight side by side without a branch: in short rows a new largest is too frequent to be predicted. */
    private static double shortLargest(float[] x, int from, int to) {
        float a = x[from];
        float b = a;
        float c = a;
        float d = a;
        float e = a;
        float f = a;
        float g = a;
        float h = a;
        int i = from;
        for (; i + 8 <= to; i += 8) {
            a = Math.max(a, x[i]);
            b = Math.max(b, x[i + 1]);
            c = Math.max(c, x[i + 2]);
            d = Math.max(d, x[i + 3]);
            e = Math.max(e, x[i + 4]);
            f = Math.max(f, x[i + 5]);
            g = Math.max(g, x[i + 6]);
            h = Math.max(h, x[i + 7]);
        }
        for (; i < to; i++) {
            a = Math.max(a, x[i]);
        }
        return Math.max(Math.max(Math.max(a, b), Math.max(c, d)), Math.max(Math.max(e, f), Math.max(g, h)));
    }
}
