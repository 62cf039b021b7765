package org.espalier.graphfm.internal.model;

/**
 * How many values a network holds while it is trained. The numbers of buffers were read off compiled programs; a test compares the forecasts with what leases hold.
 *
 * @param weights values of the parameters
 * @param perRow  values of everything else, for each row of a batch
 */
record Footprint(long weights, long perRow) {
    /** A weight has its value, the best value, its gradient and an updater's two moments. */
    private static final int COPIES_OF_A_WEIGHT = 5;
    /** A training program, and one for evaluation without gradients. */
    private static final double PROGRAMS = 1.5;
    /** A model does not know the trainer's batch size; this is the paper's. */
    private static final int LARGEST_BATCH = 1024;
    /** Forecasts shall err to the safe side. */
    private static final double RESERVE = 1.25;

    /** @param rows rows of the training part */
    long bytes(int rows) {
        return (long) (RESERVE * Float.BYTES * (COPIES_OF_A_WEIGHT * weights + PROGRAMS * perRow * Math.min(rows, LARGEST_BATCH)));
    }
}
