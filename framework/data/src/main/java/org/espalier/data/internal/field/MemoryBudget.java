package org.espalier.data.internal.field;

import java.util.concurrent.atomic.AtomicLong;

/** Memory that the tables of all columns share. */
final class MemoryBudget {
    private final AtomicLong left;

    MemoryBudget(long bytes) {
        left = new AtomicLong(bytes);
    }

    /** Takes memory if there is as much left. */
    boolean take(long bytes) {
        for (long now = left.get(); now >= bytes; now = left.get()) {
            if (left.compareAndSet(now, now - bytes)) {
                return true;
            }
        }
        return false;
    }

    void give(long bytes) {
        left.addAndGet(bytes);
    }
}
