package org.espalier.testkit.internal;

/** How far to step for a difference quotient, and how closely a gradient must agree with it. */
enum Precision {
    FLOAT64(1e-5, 1e-4, 1e-7), FLOAT32(1e-2, 0.05, 2e-3);

    private final double step;
    private final double relative;
    private final double absolute;

    Precision(double step, double relative, double absolute) {
        this.step = step;
        this.relative = relative;
        this.absolute = absolute;
    }

    double step() {
        return step;
    }

    /** @param scale greatest element of the gradient */
    boolean agrees(double claimed, double measured, double scale) {
        return Math.abs(claimed - measured) <= relative * Math.max(scale, Math.abs(measured)) + absolute;
    }
}
