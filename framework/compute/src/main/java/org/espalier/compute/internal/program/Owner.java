package org.espalier.compute.internal.program;

import org.espalier.compute.internal.instrument.Instruments;
import org.espalier.compute.internal.kernel.Team;
import org.espalier.compute.internal.memory.Budget;

/** What programs need of the lease they belong to. */
public interface Owner {
    /** Who answers for the memory of programs. */
    default Budget budget() {
        return Budget.UNLIMITED;
    }

    /** What is looked at while programs run. */
    default Instruments instruments() {
        return Instruments.NONE;
    }

    /** Told of every run of a program. */
    default void ran() {
        // nobody counts
    }

    /** The lease's threads. */
    Team team();

    /** @throws java.util.concurrent.CancellationException if the lease was cancelled */
    void checkCancelled();

    /** @throws IllegalStateException if the caller is not on the lease's compute thread */
    void checkThread();
}
