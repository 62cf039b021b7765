package org.espalier.compute.internal.kernel;

import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

import org.espalier.compute.internal.graph.OutputGradient;

/**
 * Functions of one array, and the slopes that gradients are multiplied by; by ND4J's names, each with the arguments its op was given. ND4J's own
 * {@code precise_gelu} cubes the factor too; here it is as published.
 */
final class Activations {
    /** Klambauer et al., Self-Normalizing Neural Networks (2017), equation 2. */
    private static final double SELU_ALPHA = 1.6732632423543772;
    private static final double SELU_LAMBDA = 1.0507009873554805;
    /** Hendrycks and Gimpel, Gaussian Error Linear Units (2016), section 2: the sigmoid form, with the factor rounded as ND4J does, and the tanh form. */
    private static final double GELU = 1.702f;
    /** Rounded as ND4J does. */
    private static final double HARD_SLOPE = 0.2f;
    private static final double GELU_CUBIC = 0.044715;
    private static final double ROOT_2_BY_PI = Math.sqrt(2 / Math.PI);

    private static final Map<String, BiFunction<Term, double[], Term>> FUNCTIONS = Map.ofEntries(
            Map.entry("exp", (x, t) -> x.exp()), Map.entry("expm1", (x, t) -> x.expm1()), Map.entry("log", (x, t) -> x.log()), Map.entry("log1p", (x, t) -> x.log1p()),
            Map.entry("sqrt", (x, t) -> x.sqrt()), Map.entry("rsqrt", (x, t) -> x.sqrt().under(1)), Map.entry("Reciprocal", (x, t) -> x.under(1)),
            Map.entry("square", (x, t) -> x.square()), Map.entry("cube", (x, t) -> x.power(3)),
            Map.entry("neg", (x, t) -> x.negative()), Map.entry("abs", (x, t) -> x.abs()), Map.entry("sign", (x, t) -> x.sign()), Map.entry("floor", (x, t) -> x.floor()),
            Map.entry("ceil", (x, t) -> x.negative().floor().negative()), Map.entry("round", (x, t) -> x.sign().times(x.abs().plus(0.5).floor())),
            Map.entry("tan", (x, t) -> x.sin().over(x.cos())), Map.entry("sinh", (x, t) -> sinh(x)), Map.entry("cosh", (x, t) -> x.exp().plus(x.negative().exp()).times(0.5)),
            Map.entry("sin", (x, t) -> x.sin()), Map.entry("cos", (x, t) -> x.cos()), Map.entry("erf", (x, t) -> x.erf()),
            Map.entry("sigmoid", (x, t) -> x.sigmoid()), Map.entry("tanh", (x, t) -> x.tanh()), Map.entry("softplus", (x, t) -> x.softplus()),
            Map.entry("logsigmoid", (x, t) -> x.negative().softplus().negative()), Map.entry("softsign", (x, t) -> x.over(x.abs().plus(1))),
            Map.entry("swish", (x, t) -> x.times(x.sigmoid())), Map.entry("mish", (x, t) -> x.times(x.softplus().tanh())),
            Map.entry("gelu", (x, t) -> x.times(x.times(GELU).sigmoid())), Map.entry("precise_gelu", (x, t) -> x.times(0.5).times(geluTanh(x).plus(1))),
            Map.entry("elu", (x, t) -> x.max(0).plus(x.min(0).expm1().times(first(t)))),
            Map.entry("selu", (x, t) -> x.max(0).plus(x.min(0).expm1().times(SELU_ALPHA)).times(SELU_LAMBDA)),
            Map.entry("rectified_tanh", (x, t) -> x.max(0).tanh()), Map.entry("hardtanh", (x, t) -> x.max(-1).min(1)), Map.entry("hard_sigmoid", (x, t) -> x.times(HARD_SLOPE).plus(0.5).max(0).min(1)),
            Map.entry("ClipByValue", (x, t) -> x.max(t[0]).min(t[1])));

    static final Map<String, BiFunction<Term, double[], Term>> SLOPES = Map.ofEntries(
            Map.entry("sigmoid_bp", (x, t) -> sigmoidSlope(x)), Map.entry("tanh_bp", (x, t) -> x.tanh().square().from(1)),
            Map.entry("thresholdedrelu_bp", (x, t) -> x.plus(-t[0]).positive()), Map.entry("relu6_bp", (x, t) -> x.positive().times(x.from(6).positive())),
            Map.entry("lrelu_bp", (x, t) -> x.positive().times(1 - t[0]).plus(t[0])),
            Map.entry("elu_bp", (x, t) -> eluSlope(x, first(t))), Map.entry("selu_bp", (x, t) -> eluSlope(x, SELU_ALPHA).times(SELU_LAMBDA)),
            Map.entry("rectifiedtanh_bp", (x, t) -> x.positive().times(x.tanh().square().from(1))),
            Map.entry("hardsigmoid_bp", (x, t) -> x.times(HARD_SLOPE).plus(0.5).positive().times(x.times(-HARD_SLOPE).plus(0.5).positive()).times(HARD_SLOPE)),
            Map.entry("hardtanh_bp", (x, t) -> x.plus(1).positive().times(x.from(1).positive())),
            Map.entry("softsign_bp", (x, t) -> x.abs().plus(1).square().under(1)), Map.entry("cube_bp", (x, t) -> x.square().times(3)));

    /** Slopes that are ops of their own. */
    private static final Map<String, BiFunction<Term, double[], Term>> DERIVATIVES = Map.of(
            "_swishderivative", (x, t) -> swishSlope(x, 1), "_geluderivative", (x, t) -> swishSlope(x, GELU),
            "_mishderivative", (x, t) -> mishSlope(x), "_precise_geluderivative", (x, t) -> geluTanhSlope(x));

    /** Slopes by the function's result. */
    static final Map<OutputGradient.Kind, UnaryOperator<Term>> BY_OUTPUT = Map.of(OutputGradient.Kind.SIGMOID, y -> y.times(y.from(1)),
            OutputGradient.Kind.TANH, y -> y.square().from(1), OutputGradient.Kind.RELU, Term::positive);

    private Activations() {
    }

    /** The rule of a function, or of a derivative that is an op of its own; null for others. */
    static BiFunction<Term, double[], Term> function(String name) {
        return FUNCTIONS.getOrDefault(name, DERIVATIVES.get(name));
    }

    private static double first(double[] arguments) {
        return arguments.length == 0 ? 1 : arguments[0];
    }

    /** With a = e^x - 1, (a + a / (a + 1)) / 2: exact also near 0. */
    private static Term sinh(Term x) {
        Term a = x.expm1();
        return a.plus(a.over(a.plus(1))).times(0.5);
    }

    private static Term sigmoidSlope(Term x) {
        return x.sigmoid().times(x.sigmoid().from(1));
    }

    /** Of x sigmoid(a x). */
    private static Term swishSlope(Term x, double a) {
        Term y = x.times(a);
        return y.sigmoid().plus(y.times(sigmoidSlope(y)));
    }

    /** Of x tanh(softplus(x)). */
    private static Term mishSlope(Term x) {
        Term t = x.softplus().tanh();
        return t.plus(x.times(t.square().from(1)).times(x.sigmoid()));
    }

    /** 1 above 0, alpha e^x below. */
    private static Term eluSlope(Term x, double alpha) {
        Term slope = x.min(0).exp();
        return alpha == 1 ? slope : slope.times(alpha).plus(x.positive().times(1 - alpha));
    }

    private static Term geluTanhSlope(Term x) {
        Term t = geluTanh(x);
        Term inner = x.square().times(3 * GELU_CUBIC).plus(1).times(ROOT_2_BY_PI);
        return t.plus(1).plus(x.times(t.square().from(1)).times(inner)).times(0.5);
    }

    private static Term geluTanh(Term x) {
        return x.plus(x.square().times(x).times(GELU_CUBIC)).times(ROOT_2_BY_PI).tanh();
    }
}
