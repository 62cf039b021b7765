package org.espalier.api.model;

/** What a network is built for. */
public enum Mode {
    /** With dropout and other noise, ending in the loss. */
    TRAINING,
    /** Without noise, ending in the output. */
    EVALUATION
}
