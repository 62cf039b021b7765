package org.espalier.data.internal.field;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAccumulator;

/** Memory that the tables of all columns share. */
final class MemoryBudget {
    private final long bytes;
    private final AtomicLong left;
    private final LongAccumulator least;

    MemoryBudget(long bytes) {
        this.bytes = bytes;
        this.left = new AtomicLong(bytes);
        this.least = new LongAccumulator(Math::min, bytes);
    }

    /** Takes memory if there is as much left. */
    boolean take(long wanted) {
        for (long now = left.get(); now >= wanted; now = left.get()) {
            if (left.compareAndSet(now, now - wanted)) {
                least.accumulate(now - wanted);
                return true;
            }
        }
        return false;
    }

    void give(long back) {
        left.addAndGet(back);
    }

    /** The most that was taken at a time. */
    long peak() {
        return bytes - least.get();
    }
}
