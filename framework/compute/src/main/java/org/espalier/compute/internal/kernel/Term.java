package org.espalier.compute.internal.kernel;

import org.espalier.compute.internal.kernel.Instruction.Function;

/**
 * A step of a formula, to write more steps with.
 *
 * @param formula the formula
 * @param step    its place there
 */
record Term(Formula formula, int step) {
    /** tanh is 1 to the last bit from here on, in both precisions. */
    private static final double TANH_IS_ONE = 20;
    private static final double HARDLY_ROUNDED = 1e30;

    private Term with(Function function, Term other) {
        return formula.step(new Instruction(function, step, other.step, 0, 0));
    }

    private Term to(Function function) {
        return scaled(function, 0, 0);
    }

    private Term scaled(Function function, double factor, double summand) {
        return formula.step(new Instruction(function, step, -1, factor, summand));
    }

    Term constant(double value) {
        return formula.constant(value);
    }

    private boolean isConstant() {
        return formula.step(step).function() == Function.CONSTANT;
    }

    /** Of a constant. */
    private double value() {
        return formula.step(step).factor();
    }

    Term plus(Term other) {
        return other.isConstant() ? plus(other.value()) : isConstant() ? other.plus(value()) : with(Function.ADD, other);
    }

    Term minus(Term other) {
        return other.isConstant() ? plus(-other.value()) : isConstant() ? other.from(value()) : with(Function.SUBTRACT, other);
    }

    Term times(Term other) {
        return other.isConstant() ? times(other.value()) : isConstant() ? other.times(value()) : with(Function.MULTIPLY, other);
    }

    Term over(Term other) {
        return with(Function.DIVIDE, other);
    }

    Term max(Term other) {
        return with(Function.MAX, other);
    }

    Term min(Term other) {
        return with(Function.MIN, other);
    }

    Term max(double other) {
        return max(constant(other));
    }

    Term min(double other) {
        return min(constant(other));
    }

    Term plus(double summand) {
        if (isConstant()) {
            return constant(value() + summand);
        }
        Instruction before = formula.step(step);
        if (before.function() == Function.SCALE) {
            return formula.step(new Instruction(Function.AFFINE, before.x(), -1, before.factor(), summand));
        }
        return summand == 0 ? this : scaled(Function.SHIFT, 0, summand);
    }

    Term times(double factor) {
        return isConstant() ? constant(value() * factor) : factor == 1 ? this : scaled(Function.SCALE, factor, 0);
    }

    Term over(double divisor) {
        return over(constant(divisor));
    }

    Term negative() {
        return times(-1);
    }

    /** {@code value} minus this. */
    Term from(double value) {
        return negative().plus(value);
    }

    /** {@code value} by this. */
    Term under(double value) {
        return constant(value).over(this);
    }

    Term square() {
        return times(this);
    }

    Term abs() {
        return to(Function.ABS);
    }

    Term sqrt() {
        return to(Function.SQRT);
    }

    /** 1 above 0, otherwise 0. */
    Term positive() {
        return to(Function.POSITIVE);
    }

    /** 1, 0 or -1. */
    Term sign() {
        return positive().minus(negative().positive());
    }

    Term floor() {
        return to(Function.FLOOR);
    }

    Term exp() {
        return exp(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** The exponential of what is known to lie within bounds, which saves holding it there. */
    Term exp(double least, double most) {
        return scaled(Function.EXP, least, most);
    }

    Term expm1() {
        return expm1(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** The same of what is known to lie within bounds. */
    Term expm1(double least, double most) {
        return scaled(Function.EXPM1, least, most);
    }

    /** This times x plus a number, rounded once. */
    Term horner(Term x, double summand) {
        return formula.step(new Instruction(Function.HORNER, step, x.step, 0, summand));
    }

    /** This plus a number times x, rounded once. */
    Term plusScaled(Term x, double factor) {
        return formula.step(new Instruction(Function.ADD_SCALED, step, x.step, factor, 0));
    }

    Term halfPower() {
        return to(Function.HALF_POWER);
    }

    Term log() {
        return to(Function.LOG);
    }

    Term erf() {
        return to(Function.ERF);
    }

    Term sin() {
        return to(Function.SIN);
    }

    Term cos() {
        return to(Function.COS);
    }

    Term draw(Draws draws) {
        return formula.step(new Instruction(Function.DRAW, step, -1, 0, 0, draws, null));
    }

    /** What a row is folded to, in all its places. */
    Term row(RowFold row) {
        return formula.step(new Instruction(Function.ROW, step, -1, 0, 0, null, row));
    }

    Term power(Term exponent) {
        return exponent.isConstant() ? power(exponent.value()) : with(Function.POWER, exponent);
    }

    /** Small whole and half exponents by products and roots, which are as exact and faster. */
    Term power(double exponent) {
        if (exponent < 0 && -exponent <= 3) {
            return power(-exponent).under(1);
        }
        if (exponent == 0.5) {
            return sqrt();
        }
        if (exponent == 1 || exponent == 2 || exponent == 3) {
            return exponent == 1 ? this : exponent == 2 ? square() : square().times(this);
        }
        return exponent == 1.5 ? times(sqrt()) : with(Function.POWER, constant(exponent));
    }

    /** 1 / (1 + e^-x). */
    Term sigmoid() {
        return negative().exp().plus(1).under(1);
    }

    /** With a = e^2x - 1, a / (a + 2): exact also near 0. */
    Term tanh() {
        Term a = times(2).max(-2 * TANH_IS_ONE).min(2 * TANH_IS_ONE).expm1(-2 * TANH_IS_ONE, 2 * TANH_IS_ONE);
        return a.over(a.plus(2));
    }

    /** log (1 + x), also near 0: what rounding took from u = 1 + x is added again, except where it is nothing to x. */
    Term log1p() {
        Term small = min(HARDLY_ROUNDED);
        return plus(1).log().plus(small.minus(small.plus(1).plus(-1)).over(small.plus(1).max(1 / HARDLY_ROUNDED)));
    }

    /** log (1 + e^x) without overflow. */
    Term softplus() {
        return max(0).plus(abs().negative().exp(Double.NEGATIVE_INFINITY, 0).log1p());
    }
}
