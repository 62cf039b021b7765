package org.espalier.compute.internal.kernel;

/**
 * Functions of up to {@value Vectors#PIECE} floats at a time, in loops that the JVM makes vector instructions of: no branches, and exponents are taken apart and
 * put together by {@link FloatBits}; {@link Math#fma} is one instruction and saves a third of the time. Errors relative to the exact value, over all floats where nothing else is said:
 *
 * <table>
 * <caption>Bounds, which a test holds</caption>
 * <tr><td>log</td><td>3e-7, denormal and special numbers as by {@link Math#log}</td></tr>
 * <tr><td>erf</td><td>6e-7</td></tr>
 * <tr><td>sin, cos</td><td>2e-7 absolute up to |x| = 10000, above as by {@link Math#sin}</td></tr>
 * </table>
 */
final class FloatFunctions {
    /** ln 2 in two parts; products of the first with small whole numbers are exact. */
    private static final float LN2_HIGH = 0.693359375f;
    private static final float LN2_LOW = -2.12194440e-4f;
    /** Adding and subtracting it rounds to the nearest whole number. */
    private static final float ROUND = 12582912f;
    /** pi in three parts; products of the first two with whole numbers up to 4000 are exact. */
    private static final float PI_HIGH = 3.140625f;
    private static final float PI_MIDDLE = 9.675026e-4f;
    private static final float PI_LOW = 1.509958e-7f;
    private static final float FAR = 10000;

    private final float[] a = new float[Vectors.PIECE];
    private final float[] b = new float[Vectors.PIECE];

    /** As {@link Exponential} has it, to the last bit, in two loops. */
    void exp(float[] x, float[] z, int count) {
        for (int i = 0; i < count; i++) {
            float c = Math.min(Math.max(x[i], -87.6f), 88.9f);
            float shifted = Math.fma(c, 1.44269504f, ROUND);
            float whole = shifted - ROUND;
            float r = Math.fma(whole, -LN2_LOW, Math.fma(whole, -LN2_HIGH, c));
            float high = Math.fma(Math.fma(Math.fma(1.984127e-4f, r, 0.0013888889f), r, 0.008333334f), r, 0.041666668f);
            a[i] = shifted;
            z[i] = r * Math.fma(Math.fma(Math.fma(high, r, 0.16666667f), r, 0.5f), r, 1);
        }
        FloatBits.halfPowers(a, count);
        for (int i = 0; i < count; i++) {
            z[i] = Math.fma(z[i], 2, 2) * a[i];
        }
    }

    /** n ln 2 + 2 artanh((m - 1) / (m + 1)) for x = 2^n m with m near 1, by the series of artanh. */
    void log(float[] x, float[] z, int count) {
        boolean normal = FloatBits.areNormal(x, count);
        FloatBits.split(x, a, b, count);
        for (int i = 0; i < count; i++) {
            float n = a[i];
            float m = b[i];
            float s = (m - 1) / (m + 1);
            float t = s * s;
            float series = s * t * Math.fma(Math.fma(Math.fma(Math.fma(0.18181819f, t, 0.22222222f), t, 0.2857143f), t, 0.4f), t, 0.6666667f);
            b[i] = Math.fma(n, LN2_HIGH, Math.fma(2, s, Math.fma(n, LN2_LOW, series)));
        }
        if (!normal) {
            for (int i = 0; i < count; i++) {
                b[i] = x[i] >= Float.MIN_NORMAL && x[i] <= Float.MAX_VALUE ? b[i] : (float) Math.log(x[i]);
            }
        }
        System.arraycopy(b, 0, z, 0, count);
    }

    /** A rational function of x, fitted for the smallest largest error on [0, 4], beyond which the result is 1. */
    void erf(float[] x, float[] z, int count) {
        for (int i = 0; i < count; i++) {
            float c = Math.min(Math.max(x[i], -4), 4);
            float s = c * c;
            float p = 1.1283791f + s * (0.19354646f + s * (0.053101756f + s * (0.0038833397f + s * (2.8455543e-4f + s * 1.9866482e-6f))));
            float q = 1 + s * (0.504858613f + s * (0.11535041f + s * (0.015207271f + s * (0.0011855494f + s * 3.7418205e-5f))));
            z[i] = Math.min(Math.max(c * (p / q), -1), 1);
        }
    }

    void sin(float[] x, float[] z, int count) {
        wave(x, 0, z, count);
        for (int i = 0; i < count; i++) {
            z[i] = Math.abs(x[i]) <= FAR ? b[i] : (float) Math.sin(x[i]);
        }
    }

    void cos(float[] x, float[] z, int count) {
        wave(x, 0.5f, z, count);
        for (int i = 0; i < count; i++) {
            z[i] = Math.abs(x[i]) <= FAR ? -b[i] : (float) Math.cos(x[i]);
        }
    }

    /** With x = (n + phase) pi + r: {@code b} becomes sin r, by Taylor's series, negative if n is odd. */
    private void wave(float[] x, float phase, float[] z, int count) {
        for (int i = 0; i < count; i++) {
            float n = x[i] * 0.31830987f - phase + ROUND - ROUND;
            float odd = Math.abs(n - 2 * (n * 0.5f + ROUND - ROUND));
            float turns = n + phase;
            float r = x[i] - turns * PI_HIGH - turns * PI_MIDDLE - turns * PI_LOW;
            float s = r * r;
            float sine = r + r * s * (-0.16666667f + s * (0.008333334f + s * (-1.984127e-4f + s * (2.7557319e-6f + s * (-2.5052108e-8f + s * 1.6059044e-10f)))));
            b[i] = sine * (1 - 2 * odd);
        }
    }
}
