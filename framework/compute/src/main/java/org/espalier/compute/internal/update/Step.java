package org.espalier.compute.internal.update;

/**
 * What all elements of one update have in common.
 *
 * @param iteration updates done before
 * @param rate      learning rate
 * @param scale     factor of all gradients, below 1 if their norm is clipped
 * @param decay     weight decay
 */
record Step(long iteration, double rate, double scale, double decay) {
    /** 1 - beta^t with t counted from 1: what a running mean that began at 0 is divided by. */
    double correction(double beta) {
        return 1 - Math.pow(beta, iteration + 1);
    }
}
