package org.espalier.peerreview.live.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;

import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long SECOND = 1_000_000_000L;

    private long now;

    @Test
    void requestsFollowOneAnotherAtTheirRate() {
        Pace pace = new Pace(60, 0, () -> now);
        assertEquals(0, pace.reserve(1));
        assertEquals(SECOND, pace.reserve(1));
        now += 5 * SECOND;
        assertEquals(0, pace.reserve(1));
    }

    @Test
    void longRequestsTakeTheTimeOfTheirTokens() {
        Pace pace = new Pace(0, 6000, () -> now);
        assertEquals(0, pace.reserve(200));
        assertEquals(2 * SECOND, pace.reserve(1));
    }

    @Test
    void withoutRatesNobodyWaits() {
        Pace pace = new Pace(0, 0, () -> now);
        assertEquals(0, pace.reserve(1000));
        assertEquals(0, pace.reserve(1000));
    }

    @Test
    void pausesGrowUpToALimitUnlessTheServerSaysLonger() {
        Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(8));
        assertTrue(backoff.after(1, Duration.ZERO).toMillis() <= 1250);
        assertTrue(backoff.after(3, Duration.ZERO).toMillis() >= 3000);
        assertTrue(backoff.after(30, Duration.ZERO).toMillis() <= 10_000);
        assertEquals(Duration.ofSeconds(5), backoff.after(1, Duration.ofSeconds(5)));
    }
}
