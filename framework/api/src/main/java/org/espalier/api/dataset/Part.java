package org.espalier.api.dataset;

/** The parts into which the examples of a dataset are divided. */
public enum Part {
    TRAIN, VALIDATION, TEST
}
