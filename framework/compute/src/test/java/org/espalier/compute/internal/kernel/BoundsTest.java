package org.espalier.compute.internal.kernel;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The error bounds that the package documentation of {@code org.espalier.api.compute} states. */
class BoundsTest {
    private static final int PIECES = 60;

    /** A function, its exact form and its bounds in both precisions. */
    private enum Bound {
        TANH("tanh", Math::tanh, 5e-7, 1.3e-15, true), SIGMOID("sigmoid", Bound::logistic, 4e-7, 1e-15, true), SOFTPLUS("softplus", Bound::softplus, 6e-7, 1e-15, true),
        LOG1P("log1p", Math::log1p, 5e-7, 1e-15, true), ERF("erf", DoubleErf::erf, 6e-7, 1e-15, true), SWISH("swish", x -> x * logistic(x), 5e-7, 1e-15, true),
        GELU("gelu", x -> x * logistic(1.702f * x), 5e-7, 1e-15, false),
        PRECISE_GELU("precise_gelu", x -> 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x))), 5e-7, 1e-15, false);

        private final UnaryOperator<Term> function;
        private final DoubleUnaryOperator exact;
        private final double inFloats;
        private final double inDoubles;
        private final boolean relative;

        /** @param relative to the value, otherwise to the larger of 1 and x */
        Bound(String name, DoubleUnaryOperator exact, double inFloats, double inDoubles, boolean relative) {
            this.function = x -> Activations.function(name).apply(x, new double[0]);
            this.exact = exact;
            this.inFloats = inFloats;
            this.inDoubles = inDoubles;
            this.relative = relative;
        }

        private static double logistic(double x) {
            return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
        }

        private static double softplus(double x) {
            return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
        }

        /** Below, e^x or 1 + x is no normal number any more. */
        private double least() {
            return this == LOG1P ? -0.99999 : this == GELU ? -50 : -86;
        }

        private double error(double x, double value) {
            double expected = exact.applyAsDouble(x);
            return Math.abs(value - expected) / (relative ? Math.max(Float.MIN_NORMAL, Math.abs(expected)) : Math.max(1, Math.abs(x)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void holdsInSinglePrecision(Bound bound) {
        double worst = 0;
        for (double[] x : pieces(bound)) {
            float[] floats = new float[x.length];
            for (int i = 0; i < x.length; i++) {
                floats[i] = (float) x[i];
            }
            float[] y = Formulas.apply(new FloatVectors(), bound.function, floats, x.length);
            for (int i = 0; i < x.length; i++) {
                worst = Math.max(worst, bound.error(floats[i], y[i]));
            }
        }
        assertTrue(worst <= bound.inFloats, "the error is " + worst);
    }

    @ParameterizedTest
    @EnumSource
    void holdsInDoublePrecision(Bound bound) {
        double worst = 0;
        for (double[] x : pieces(bound)) {
            double[] y = Formulas.apply(new DoubleVectors(), bound.function, x, x.length);
            for (int i = 0; i < x.length; i++) {
                worst = Math.max(worst, bound.error(x[i], y[i]));
            }
        }
        assertTrue(worst <= bound.inDoubles, "the error is " + worst);
    }

    /** Of either sign, from 2^-30 to 2^8. */
    private static double[][] pieces(Bound bound) {
        Random random = new Random(11);
        double[][] pieces = new double[PIECES][Vectors.PIECE];
        for (double[] piece : pieces) {
            for (int i = 0; i < piece.length; i++) {
                double size = Math.pow(2, random.nextDouble() * 38 - 30);
                piece[i] = Math.max(bound.least(), random.nextBoolean() ? size : -size);
            }
        }
        return pieces;
    }
}
