package org.espalier.compute.internal.kernel;

import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

import org.espalier.compute.internal.graph.MinimumGradient;

/** Ops of two arrays, or of an array and a scalar, and their gradients; by ND4J's names. */
final class Arithmetic {
    /** The second argument of {@code relu} is what it cuts off at, that of {@code leakyrelu} the slope below 0. */
    static final Map<String, BinaryOperator<Term>> BINARY = Map.ofEntries(
            Map.entry("add", Term::plus), Map.entry("add_scalar", Term::plus), Map.entry("biasadd", Term::plus),
            Map.entry("subtract", Term::minus), Map.entry("sub_scalar", Term::minus),
            Map.entry("reversesubtract", (x, y) -> y.minus(x)), Map.entry("rsub_scalar", (x, y) -> y.minus(x)),
            Map.entry("multiply", Term::times), Map.entry("mul_scalar", Term::times),
            Map.entry("divide", Term::over), Map.entry("div_scalar", Term::over),
            Map.entry("reversedivide", (x, y) -> y.over(x)), Map.entry("rdiv_scalar", (x, y) -> y.over(x)),
            Map.entry("squaredsubtract", (x, y) -> x.minus(y).square()),
            Map.entry("maximum", Term::max), Map.entry("minimum", Term::min), Map.entry("max_scalar", Term::max), Map.entry("min_scalar", Term::min),
            Map.entry("Pow", Term::power), Map.entry("pow", Term::power),
            Map.entry("_powderivative", (x, p) -> p.times(x.power(p.plus(-1)))),
            Map.entry("relu", Term::max), Map.entry("relu6", (x, cutoff) -> x.max(cutoff).min(6)),
            Map.entry("leakyrelu", (x, slope) -> x.max(0).plus(x.min(0).times(slope))), Map.entry("prelu", (x, slope) -> x.max(0).plus(x.min(0).times(slope))),
            Map.entry("step", (x, cutoff) -> x.minus(cutoff).positive()));

    /** From both arguments and the gradient of the result. */
    static final Map<String, Gradients> GRADIENTS = Map.ofEntries(
            Map.entry("add_bp", (x, y, g) -> List.of(g, g)), Map.entry("biasadd_bp", (x, y, g) -> List.of(g, g)),
            Map.entry("subtract_bp", (x, y, g) -> List.of(g, g.negative())), Map.entry("reversesubtract_bp", (x, y, g) -> List.of(g.negative(), g)),
            Map.entry("multiply_bp", (x, y, g) -> List.of(g.times(y), g.times(x))),
            Map.entry("divide_bp", (x, y, g) -> List.of(g.over(y), g.negative().times(x).over(y.square()))),
            Map.entry("reversedivide_bp", (x, y, g) -> List.of(g.negative().times(y).over(x.square()), g.over(x))),
            Map.entry("squaredsubtract_bp", (x, y, g) -> List.of(twice(x, y, g), twice(x, y, g).negative())),
            Map.entry("maximum_bp", (x, y, g) -> List.of(g.times(share(x.minus(y))), g.times(share(y.minus(x))))),
            Map.entry(MinimumGradient.NAME, (x, y, g) -> List.of(g.times(share(y.minus(x))), g.times(share(x.minus(y))))),
            Map.entry("Pow_bp", (x, p, g) -> List.of(g.times(p).times(x.power(p.plus(-1))), g.times(x.power(p)).times(logOrZero(x)))),
            Map.entry("prelu_bp", (x, slope, g) -> List.of(g.times(x.positive().plus(x.positive().from(1).times(slope))), g.times(x.min(0)))));

    /** A rule for both gradients. */
    interface Gradients {
        List<Term> apply(Term x, Term y, Term g);
    }

    private Arithmetic() {
    }

    /** The logarithm; 0 at 0, since a power of 0 stays 0 under a small change of its exponent. */
    private static Term logOrZero(Term x) {
        Term isZero = x.sign().square().from(1);
        return x.plus(isZero).log();
    }

    /** 1 for the larger, a half for both if they are equal, by how much one is larger. */
    private static Term share(Term more) {
        return more.sign().times(0.5).plus(0.5);
    }

    private static Term twice(Term x, Term y, Term g) {
        return x.minus(y).times(2).times(g);
    }
}
