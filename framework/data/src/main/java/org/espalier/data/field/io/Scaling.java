package org.espalier.data.field.io;

/** What is done to all numbers of a column together; missing ones stay 0. */
public enum Scaling {
    /** Nothing. */
    NONE,
    /** Divided by the largest absolute value in the training part, if that is not 0. */
    TRAINING_MAXIMUM,
    /** Least to 0 and greatest to 1, over the rows in which values are counted (see {@link CountOn}); with {@link CountOn#TRAIN} other rows may lie outside. */
    UNIT_RANGE
}
