package org.espalier.compute.internal.update;

import org.espalier.api.compute.UpdateRule;

/** An update rule whose elements do not know of one another. It may be applied to any elements in any order, so also to some rows only. */
interface Formula {
    /** That of SGD, momentum, Adam or AdamW, lazy or not. */
    static Formula of(UpdateRule rule) {
        if (rule instanceof UpdateRule.Lazy lazy) {
            return of(lazy.rule());
        }
        if (rule instanceof UpdateRule.Momentum momentum) {
            return new MomentumFormula(momentum);
        }
        if (rule instanceof UpdateRule.Adam adam) {
            return new AdamFormula(adam);
        }
        return rule instanceof UpdateRule.AdamW adam ? new AdamFormula(adam) : new SgdFormula();
    }

    /** Numbers of state that belong to an element. */
    int slots();

    /**
     * Changes {@code count} parameters and their state.
     *
     * @param w parameters
     * @param g gradients, to be scaled by {@link Step#scale}
     * @param s state: for each slot an array
     */
    void apply(Step step, float[] w, float[] g, float[][] s, int count);

    /** The same in double precision. */
    void apply(Step step, double[] w, double[] g, double[][] s, int count);
}
