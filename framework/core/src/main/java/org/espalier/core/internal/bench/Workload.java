package org.espalier.core.internal.bench;

/** Something to be timed on a lease's thread. */
interface Workload {
    /** One training step. */
    void step();

    /** Something short that calls all that is timed. */
    void warmUp();

    /** What a trainer does in one epoch. */
    void epoch();
}
