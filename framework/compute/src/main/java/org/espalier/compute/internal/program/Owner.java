package org.espalier.compute.internal.program;

import org.espalier.compute.internal.kernel.Team;

/** What programs need of the lease they belong to. */
public interface Owner {
    /** The lease's threads. */
    Team team();

    /** @throws java.util.concurrent.CancellationException if the lease was cancelled */
    void checkCancelled();

    /** @throws IllegalStateException if the caller is not on the lease's compute thread */
    void checkThread();
}
