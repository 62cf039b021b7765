package org.espalier.compute.internal;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

import org.espalier.compute.internal.kernel.Team;

/** A lease's compute thread and its helpers. Kernels are short, so helpers spin for a moment before they sleep. */
final class HelperTeam implements Team, AutoCloseable {
    private static final int SPINS = 2000;

    private final Thread[] helpers;
    private final AtomicInteger pending = new AtomicInteger();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private volatile int round;
    private volatile IntConsumer work;
    private volatile Thread leader;
    private volatile boolean closed;

    /** @param size number of threads, the one that calls {@link #run} included */
    HelperTeam(String name, int size) {
        helpers = new Thread[size - 1];
        for (int i = 0; i < helpers.length; i++) {
            int part = i + 1;
            helpers[i] = new Thread(() -> help(part), name + " helper " + part);
            helpers[i].setDaemon(true);
            helpers[i].start();
        }
    }

    @Override
    public int size() {
        return helpers.length + 1;
    }

    @Override
    public void run(IntConsumer part) {
        if (helpers.length > 0) {
            start(part);
        }
        try {
            part.accept(0);
        } finally {
            await();
        }
        Throwable failed = failure.getAndSet(null);
        if (failed != null) {
            throw new IllegalStateException("A helper thread failed: " + failed.getMessage(), failed);
        }
    }

    private void start(IntConsumer part) {
        work = part;
        leader = Thread.currentThread();
        pending.set(helpers.length);
        round++;
        for (Thread helper : helpers) {
            LockSupport.unpark(helper);
        }
    }

    private void await() {
        for (int spins = 0; pending.get() > 0; spins++) {
            rest(spins);
        }
    }

    private void help(int part) {
        int done = 0;
        for (int spins = 0; !closed; spins++) {
            if (round == done) {
                rest(spins);
                continue;
            }
            done++;
            spins = 0;
            try {
                work.accept(part);
            } catch (RuntimeException | Error e) {
                failure.set(e);
            } finally {
                pending.decrementAndGet();
                LockSupport.unpark(leader);
            }
        }
    }

    private void rest(int spins) {
        if (spins < SPINS) {
            Thread.onSpinWait();
        } else {
            LockSupport.park(this);
        }
    }

    @Override
    public void close() {
        closed = true;
        for (Thread helper : helpers) {
            LockSupport.unpark(helper);
        }
    }
}
