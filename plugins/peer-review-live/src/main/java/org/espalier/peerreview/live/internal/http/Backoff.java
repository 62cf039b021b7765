package org.espalier.peerreview.live.internal.http;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before asking again: twice as long each time, a little uneven so that clients do not march in step; or as long as the server says. */
record Backoff(Duration first, Duration longest) {
    static final Backoff USUAL = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(60));

    /** @param attempt failures so far, from 1 */
    Duration after(int attempt, Duration asked) {
        long doubled = first.toMillis() << Math.min(attempt - 1, 20);
        long uneven = (long) (Math.min(doubled, longest.toMillis()) * ThreadLocalRandom.current().nextDouble(0.75, 1.25));
        return Duration.ofMillis(Math.max(uneven, Math.min(asked.toMillis(), longest.toMillis())));
    }
}
