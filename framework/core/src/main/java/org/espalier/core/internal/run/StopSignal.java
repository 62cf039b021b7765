package org.espalier.core.internal.run;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.espalier.api.compute.Lease;

/** Asks a run's trials to stop: politely at first, so that they can write checkpoints, then by cancelling what still computes. */
final class StopSignal {
    private static final long GRACE_SECONDS = 10;

    private final List<Lease> leases = new CopyOnWriteArrayList<>();
    private final List<Thread> waiting = new CopyOnWriteArrayList<>();
    private volatile boolean stopping;

    boolean stopping() {
        return stopping;
    }

    void stop() {
        stopping = true;
        waiting.forEach(Thread::interrupt);
        ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "espalier-stop");
            thread.setDaemon(true);
            return thread;
        });
        later.schedule(() -> leases.forEach(Lease::cancel), GRACE_SECONDS, TimeUnit.SECONDS);
        later.shutdown();
    }

    /** Something that waits for its turn. */
    interface Waiting {
        Lease lease() throws InterruptedException;
    }

    /** Waits for a lease; a stop ends the waiting. */
    Lease await(Waiting queue) throws InterruptedException {
        waiting.add(Thread.currentThread());
        try {
            if (stopping) {
                throw new InterruptedException("the run is stopping");
            }
            Lease lease = queue.lease();
            leases.add(lease);
            return lease;
        } finally {
            waiting.remove(Thread.currentThread());
        }
    }

    /** Does what may take long without asking whether to stop, as loading data; a stop interrupts it. */
    <T> T interruptible(Supplier<T> work) throws InterruptedException {
        waiting.add(Thread.currentThread());
        try {
            if (stopping) {
                throw new InterruptedException("the run is stopping");
            }
            return work.get();
        } catch (RuntimeException e) {
            if (stopping) {
                throw (InterruptedException) new InterruptedException("the run was stopped").initCause(e);
            }
            throw e;
        } finally {
            waiting.remove(Thread.currentThread());
            Thread.interrupted(); // what follows, writing results, is not to be interrupted
        }
    }

    void done(Lease lease) {
        leases.remove(lease);
    }
}
