package org.espalier.compute.internal.update;

/** Changes the parameters of one element type by their gradients. */
@FunctionalInterface
interface Update {
    void apply(Step step);
}
