package org.espalier.gndnets.internal.model;

/**
 * How many values a network holds while it is trained: a training and an evaluation program on one graph. The numbers of buffers were read off compiled programs; a test
 * compares the forecasts with what leases hold.
 *
 * @param weights values of the parameters
 * @param buffers values of everything else
 */
record Footprint(long weights, long buffers) {
    /** A weight has its value, its gradient and an updater's two moments. */
    private static final int COPIES_OF_A_WEIGHT = 4;
    /** Forecasts shall err to the safe side. */
    private static final double RESERVE = 1.25;

    long bytes() {
        return (long) (RESERVE * Float.BYTES * (COPIES_OF_A_WEIGHT * weights + buffers));
    }
}
