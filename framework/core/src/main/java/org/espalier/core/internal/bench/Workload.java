package org.espalier.core.internal.bench;

/** Something to be timed on a lease's thread. */
interface Workload {
    /** One training step. */
    void step();

    /** What a trainer does in one epoch. */
    void epoch();
}
