package org.espalier.compute.internal;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.espalier.api.compute.Lease;

/** How soon work ends that is cancelled. */
final class Cancelling {
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
}
