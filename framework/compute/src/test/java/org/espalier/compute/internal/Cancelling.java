package org.espalier.compute.internal;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import org.espalier.api.compute.Lease;

/** How soon work ends that is cancelled. */
final class Cancelling {
    private static final int ATTEMPTS = 5;
    private static final long LIMIT_NANOS = 100_000_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Cancelling() {
    }

    /**
     * Measured in the time that the thread computes, so that a busy machine makes no difference.
     *
     * @param work what ends only by being cancelled, or after much longer
     */
    static void assertEndsWithin100Milliseconds(Lease lease, Callable<?> work) throws Exception {
        long thread = lease.call(() -> Thread.currentThread().getId());
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        long before = THREADS.getThreadCpuTime(thread);
        TestCompute.start(() -> ended.complete(assertThrows(CancellationException.class, () -> lease.call(work))));
        Await.until(() -> THREADS.getThreadCpuTime(thread) - before > 100_000_000);

        lease.cancel();
        long cancelled = THREADS.getThreadCpuTime(thread);

        ended.get(30, TimeUnit.SECONDS);
        long millis = (THREADS.getThreadCpuTime(thread) - cancelled) / 1_000_000;
        assertTrue(millis < 100, "it computed for another " + millis + " ms");
    }

    /**
     * Measured on the clock. A busy machine may keep the thread waiting, so the best of several attempts counts.
     *
     * @param leases each attempt takes one
     * @param work   for its lease what ends only by being cancelled
     */
    static void assertEndsSoonOnTheClock(Callable<Lease> leases, Function<Lease, Callable<?>> work) throws Exception {
        long best = Long.MAX_VALUE;
        for (int attempt = 0; attempt < ATTEMPTS && best >= LIMIT_NANOS; attempt++) {
            try (Lease lease = leases.call()) {
                best = Math.min(best, nanosUntilEnd(lease, work.apply(lease)));
            }
        }
        assertTrue(best < LIMIT_NANOS, "it went on for " + best / 1_000_000 + " ms");
    }

    private static long nanosUntilEnd(Lease lease, Callable<?> work) throws Exception {
        long thread = lease.call(() -> Thread.currentThread().getId());
        CompletableFuture<Long> ended = new CompletableFuture<>();
        long before = THREADS.getThreadCpuTime(thread);
        TestCompute.start(() -> {
            assertThrows(CancellationException.class, () -> lease.call(work));
            ended.complete(System.nanoTime());
        });
        Await.until(() -> THREADS.getThreadCpuTime(thread) - before > 200_000_000);
        long cancelled = System.nanoTime();
        lease.cancel();
        return ended.get(30, TimeUnit.SECONDS) - cancelled;
    }
}
