package org.espalier.peerreview.live.internal.http;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Keeps the requests to one endpoint below its rates: each takes the next free place in a queue of time. */
final class Pace {
    private static final double MINUTE = 60e9;

    private final int requests;
    private final int tokens;
    private final LongSupplier nanoTime;
    private long free;

    Pace(int requestsPerMinute, int tokensPerMinute, LongSupplier nanoTime) {
        this.requests = requestsPerMinute;
        this.tokens = tokensPerMinute;
        this.nanoTime = nanoTime;
        this.free = nanoTime.getAsLong();
    }

    /** Waits for this request's turn. */
    void await(long expectedTokens) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(reserve(expectedTokens));
    }

    /** Nanoseconds until the turn of a request, which takes its place. */
    synchronized long reserve(long expectedTokens) {
        long now = nanoTime.getAsLong();
        long start = Math.max(now, free);
        double perRequest = requests == 0 ? 0 : MINUTE / requests;
        double perTokens = tokens == 0 ? 0 : MINUTE / tokens * expectedTokens;
        free = start + (long) Math.max(perRequest, perTokens);
        return start - now;
    }
}
