package org.espalier.data.field.io;

/** The rows in which values are counted to tell the frequent from the rare, and from which the range of numbers is taken. */
public enum CountOn {
    /** Rows of every part, as published preprocessing does: it sees no labels, but sees the test rows. */
    ALL,
    /** Rows of the training part only; values not seen there are rare. */
    TRAIN
}
