package org.espalier.compute.internal.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;

/** Errors over a sample of all floats: every {@value #STRIDE}th bit pattern. */
class FunctionsTest {
    private static final int STRIDE = 4099;
    private static final float INFINITY = Float.POSITIVE_INFINITY;

    @Test
    void exp() {
        assertAccurate(Term::exp, Math::exp, 3e-7, -86.9f, 88.72f);
        assertValues(Term::exp, new float[] {89, INFINITY, -88, Float.NEGATIVE_INFINITY, 0, -0f, Float.NaN}, INFINITY, INFINITY, 0, 0, 1, 1, Float.NaN);
    }

    @Test
    void expOutsideOfChainsIsTheSame() {
        float[] x = new float[Vectors.PIECE];
        for (int i = 0; i < x.length; i++) {
            x[i] = (i - 500) * 0.2f;
        }
        float[] y = new float[x.length];
        new FloatVectors().exp(x, y, x.length);
        assertArrayEquals(apply(Term::exp, x, x.length), y);
    }

    @Test
    void expm1() {
        assertAccurate(Term::expm1, Math::expm1, 4e-7, Float.NEGATIVE_INFINITY, 88.7f);
        assertValues(Term::expm1, new float[] {INFINITY, Float.NEGATIVE_INFINITY, 0, Float.NaN}, INFINITY, -1, 0, Float.NaN);
    }

    @Test
    void exponentialsInDoublePrecision() {
        double[] x = new Random(7).doubles(Vectors.PIECE, -707, 709).map(value -> value * Math.abs(value) / 709).toArray();
        double[] exp = Formulas.apply(new DoubleVectors(), Term::exp, x, x.length);
        double[] expm1 = Formulas.apply(new DoubleVectors(), Term::expm1, x, x.length);
        for (int i = 0; i < x.length; i++) {
            assertEquals(Math.exp(x[i]), exp[i], 6e-16 * Math.exp(x[i]));
            assertEquals(Math.expm1(x[i]), expm1[i], 8e-16 * Math.abs(Math.expm1(x[i])));
        }
        double[] special = Formulas.apply(new DoubleVectors(), Term::exp, new double[] {710, -709, Double.NEGATIVE_INFINITY, Double.NaN, 0}, 5);
        assertArrayEquals(new double[] {Double.POSITIVE_INFINITY, 0, 0, Double.NaN, 1}, Arrays.copyOf(special, 5));
    }

    @Test
    void log() {
        assertAccurate(Term::log, Math::log, 3e-7, Float.MIN_VALUE, Float.MAX_VALUE);
        assertValues(Term::log, new float[] {0, -0f, -1, INFINITY, Float.NaN, 1, Float.MIN_VALUE}, Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NaN, INFINITY, Float.NaN, 0,
                (float) Math.log(Float.MIN_VALUE));
    }

    @Test
    void log1p() {
        assertAccurate(Term::log1p, Math::log1p, 5e-7, -0.99999f, Float.MAX_VALUE);
        assertValues(Term::log1p, new float[] {-1, -2, INFINITY, Float.NaN, 0}, Float.NEGATIVE_INFINITY, Float.NaN, INFINITY, Float.NaN, 0);
    }

    @Test
    void sigmoid() {
        assertAccurate(Term::sigmoid, x -> 1 / (1 + Math.exp(-x)), 4e-7, -87, INFINITY);
        assertValues(Term::sigmoid, new float[] {Float.NEGATIVE_INFINITY, INFINITY, 0, Float.NaN}, 0, 1, 0.5f, Float.NaN);
    }

    @Test
    void tanh() {
        assertAccurate(Term::tanh, Math::tanh, 5e-7, Float.NEGATIVE_INFINITY, INFINITY);
        assertValues(Term::tanh, new float[] {Float.NEGATIVE_INFINITY, INFINITY, 0, Float.NaN}, -1, 1, 0, Float.NaN);
    }

    @Test
    void erf() {
        assertAccurate(Term::erf, DoubleErf::erf, 6e-7, Float.NEGATIVE_INFINITY, INFINITY);
        assertValues(Term::erf, new float[] {Float.NEGATIVE_INFINITY, INFINITY, 0, Float.NaN}, -1, 1, 0, Float.NaN);
    }

    /** Values of Abramowitz and Stegun, table 7.1, and of the complement at 4. */
    @Test
    void erfInDoublePrecision() {
        assertEquals(0.5204998778130465, DoubleErf.erf(0.5), 1e-15);
        assertEquals(0.8427007929497149, DoubleErf.erf(1), 1e-15);
        assertEquals(0.9953222650189527, DoubleErf.erf(2), 1e-15);
        assertEquals(0.9999779095030014, DoubleErf.erf(3), 1e-15);
        assertEquals(-0.9999999845827421, DoubleErf.erf(-4), 1e-15);
        assertEquals(1, DoubleErf.erf(Double.POSITIVE_INFINITY));
        assertTrue(Double.isNaN(DoubleErf.erf(Double.NaN)));
    }

    @Test
    void softplus() {
        assertAccurate(Term::softplus, x -> x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x)), 6e-7, -86.9f, INFINITY);
        assertValues(Term::softplus, new float[] {Float.NEGATIVE_INFINITY, INFINITY, Float.NaN}, 0, INFINITY, Float.NaN);
    }

    @Test
    void sineAndCosine() {
        assertNear(Term::sin, Math::sin, 2e-7, -10000, 10000);
        assertNear(Term::cos, Math::cos, 2e-7, -10000, 10000);
        assertValues(Term::sin, new float[] {1e6f, INFINITY, Float.NaN, 0}, (float) Math.sin(1e6), Float.NaN, Float.NaN, 0);
        assertValues(Term::cos, new float[] {1e6f, INFINITY, Float.NaN, 0}, (float) Math.cos(1e6), Float.NaN, Float.NaN, 1);
    }

    @Test
    void roots() {
        assertAccurate(Term::sqrt, Math::sqrt, 6e-8, 0, Float.MAX_VALUE);
        assertAccurate(x -> x.sqrt().under(1), x -> 1 / Math.sqrt(x), 1.2e-7, Float.MIN_NORMAL, Float.MAX_VALUE);
        assertValues(Term::sqrt, new float[] {-1, INFINITY, Float.NaN, 0}, Float.NaN, INFINITY, Float.NaN, 0);
    }

    @Test
    void powers() {
        assertAccurate(x -> x.power(2.7), x -> Math.pow(x, (float) 2.7), 1e-7, 1e-10f, 1e10f);
        assertAccurate(x -> x.power(3), x -> x * x * x, 2e-7, 1e-10f, 1e10f);
        assertAccurate(x -> x.power(-1.5), x -> Math.pow(x, -1.5), 4e-7, 1e-10f, 1e10f);
    }

    @Test
    void stepAndSign() {
        assertValues(Term::positive, new float[] {Float.MIN_VALUE, 0, -0f, -Float.MIN_VALUE, INFINITY, Float.NEGATIVE_INFINITY, Float.NaN}, 1, 0, 0, 0, 1, 0, Float.NaN);
        assertValues(Term::sign, new float[] {Float.MIN_VALUE, 0, -3, Float.NaN}, 1, 0, -1, Float.NaN);
    }

    /** The published tanh form, which ND4J's own op misses. */
    @Test
    void geluIsAsPublished() {
        DoubleUnaryOperator gelu = x -> 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x)));
        assertNear(x -> Activations.function("precise_gelu").apply(x, new double[0]), gelu, 1e-6, -8, 8);
    }

    private void assertAccurate(UnaryOperator<Term> fast, DoubleUnaryOperator exact, double bound, float from, float to) {
        check(fast, exact, bound, 0, from, to);
    }

    private void assertNear(UnaryOperator<Term> fast, DoubleUnaryOperator exact, double bound, float from, float to) {
        check(fast, exact, 0, bound, from, to);
    }

    private void check(UnaryOperator<Term> fast, DoubleUnaryOperator exact, double relative, double absolute, float from, float to) {
        float[] x = new float[Vectors.PIECE];
        int count = 0;
        for (long bits = Integer.MIN_VALUE; bits <= Integer.MAX_VALUE; bits += STRIDE) {
            float value = Float.intBitsToFloat((int) bits);
            if (value >= from && value <= to) {
                x[count++] = value;
            }
            if (count == x.length || bits + STRIDE > Integer.MAX_VALUE) {
                compare(x, count, apply(fast, x, count), exact, relative, absolute);
                count = 0;
            }
        }
    }

    private static void compare(float[] x, int count, float[] y, DoubleUnaryOperator exact, double relative, double absolute) {
        for (int i = 0; i < count; i++) {
            double expected = exact.applyAsDouble(x[i]);
            double error = Math.abs(y[i] - expected);
            if (!(error <= relative * Math.abs(expected) + absolute + Float.MIN_NORMAL) && y[i] != (float) expected) {
                assertEquals(expected, y[i], relative * Math.abs(expected) + absolute, "at " + x[i]);
            }
        }
    }

    private void assertValues(UnaryOperator<Term> fast, float[] x, float... expected) {
        float[] y = apply(fast, x, x.length);
        for (int i = 0; i < x.length; i++) {
            boolean whole = !(Math.abs(expected[i]) <= Float.MAX_VALUE) || expected[i] == 0;
            assertEquals(expected[i] + 0f, y[i] + 0f, whole ? Float.MIN_VALUE : 1e-6f * Math.abs(expected[i]), "at " + x[i]);
        }
    }

    private float[] apply(UnaryOperator<Term> function, float[] x, int count) {
        return Formulas.apply(new FloatVectors(), function, x, count);
    }
}
