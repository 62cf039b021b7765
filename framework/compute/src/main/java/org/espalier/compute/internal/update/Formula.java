package org.espalier.compute.internal.update;

/** An update rule whose elements do not know of one another. It may be applied to any elements in any order, so also to some rows only. */
interface Formula {
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
