package org.espalier.api.compute;

import java.util.Set;

/**
 * What a trial needs of a device.
 *
 * @param owner    who asks, for the queue's display and for blame, e.g. the run and trial
 * @param plugin   symbolic name of the bundle for whose code it works; its leases end when that bundle stops
 * @param threads  threads it will use, at least 1
 * @param memory   bytes it is expected to hold at most; waits until they are free
 * @param priority higher goes first; equals in the order of asking
 * @param watches  what to look at while programs run
 */
public record LeaseRequest(String owner, String plugin, int threads, long memory, int priority, Set<Diagnostic> watches) {
    public LeaseRequest {
        watches = Set.copyOf(watches);
        if (threads < 1 || memory < 0) {
            throw new IllegalArgumentException("A lease needs at least one thread and no negative memory, not " + threads + " and " + memory);
        }
    }

    /** A request that looks at nothing. */
    public LeaseRequest(String owner, String plugin, int threads, long memory, int priority) {
        this(owner, plugin, threads, memory, priority, Set.of());
    }

    /** A request of ordinary priority. */
    public static LeaseRequest of(String owner, String plugin, int threads, long memory) {
        return new LeaseRequest(owner, plugin, threads, memory, 0);
    }

    /** The same, looking at something. */
    public LeaseRequest watching(Set<Diagnostic> diagnostics) {
        return new LeaseRequest(owner, plugin, threads, memory, priority, diagnostics);
    }
}
