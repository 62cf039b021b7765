package org.espalier.bench;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;

import org.espalier.api.compute.Lease;
import org.espalier.api.compute.LeaseRequest;
import org.espalier.testkit.fixture.Computes;

/** Lets JMH measure on a lease's compute thread, where programs belong: a hand-over between threads per call would cost more than a small program. */
public final class LeaseExecutor extends AbstractExecutorService {
    /** System property: threads of the lease. */
    static final String THREADS = "bench.threads";

    private static final long MEMORY = 4L << 30;

    private static volatile Lease current;

    private final Lease lease;

    /** Called by JMH. */
    public LeaseExecutor(int threads, String prefix) throws InterruptedException {
        lease = Computes.service().lease("cpu", LeaseRequest.of(prefix, "bench", Integer.getInteger(THREADS, 1), MEMORY));
        current = lease;
    }

    /** The lease whose thread the benchmark runs on. */
    static Lease lease() {
        return current;
    }

    @Override
    public void execute(Runnable task) {
        new Thread(() -> runOnLease(task), "bench").start();
    }

    private void runOnLease(Runnable task) {
        try {
            lease.call(() -> {
                task.run();
                return null;
            });
        } catch (Exception e) {
            throw new IllegalStateException("The lease gave up a benchmark", e);
        }
    }

    @Override
    public void shutdown() {
        lease.close();
    }

    @Override
    public List<Runnable> shutdownNow() {
        lease.close();
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return false;
    }

    @Override
    public boolean isTerminated() {
        return true;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return true;
    }
}
