package org.espalier.compute.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The helper threads of all leases. A lease of n threads borrows n - 1 beside its compute thread. Leases together have no more threads than the
 * device, so the pool stays smaller than that; it begins empty, and threads given back wait for the next lease.
 */
final class HelperPool implements AutoCloseable {
    private static final String IDLE = "compute helper";

    private final Deque<Helper> idle = new ArrayDeque<>();
    private int lent;
    private boolean closed;

    /** @param owner what the threads are named by while they are lent */
    synchronized List<Helper> lend(String owner, int count) {
        List<Helper> helpers = new ArrayList<>();
        for (int part = 1; part <= count; part++) {
            String name = owner + " helper " + part;
            if (idle.isEmpty()) {
                Helper helper = new Helper();
                helper.begin(name);
                helpers.add(helper);
            } else {
                idle.peek().rename(name);
                helpers.add(idle.pop());
            }
        }
        lent += count;
        return List.copyOf(helpers);
    }

    /** Takes back threads that have nothing to do. */
    synchronized void takeBack(List<Helper> helpers) {
        lent -= helpers.size();
        helpers.forEach(helper -> {
            helper.rename(IDLE);
            idle.push(helper);
        });
        endIdleIfClosed();
    }

    /** Threads alive, lent or idle. */
    synchronized int size() {
        return lent + idle.size();
    }

    /** Ends the threads: those that are idle now, the others when they come back. */
    @Override
    public synchronized void close() {
        closed = true;
        endIdleIfClosed();
    }

    private void endIdleIfClosed() {
        if (closed) {
            idle.forEach(Helper::end);
            idle.clear();
        }
    }
}
