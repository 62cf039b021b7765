package org.espalier.compute.internal.program;

/** Changes the parameters of one vector by their gradients. */
@FunctionalInterface
interface UpdateRule {
    /** @param iteration number of updates done before */
    void apply(int iteration);
}
