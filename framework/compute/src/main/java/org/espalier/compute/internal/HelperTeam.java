package org.espalier.compute.internal;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

import org.espalier.compute.internal.kernel.Team;

/** A lease's compute thread and the helpers it has borrowed. */
final class HelperTeam implements Team, AutoCloseable {
    private final HelperPool pool;
    private final List<Helper> helpers;
    private final List<Runnable> parts;
    private final AtomicInteger pending = new AtomicInteger();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private IntConsumer work;
    private Thread leader;

    /** @param size number of threads, the one that calls {@link #run} included */
    HelperTeam(HelperPool pool, String name, int size) {
        this.pool = pool;
        this.helpers = pool.lend(name, size - 1);
        this.parts = IntStream.range(1, size).mapToObj(part -> (Runnable) () -> help(part)).toList();
    }

    @Override
    public int size() {
        return helpers.size() + 1;
    }

    @Override
    public void run(IntConsumer part) {
        if (!helpers.isEmpty()) {
            start(part);
        }
        try {
            part.accept(0);
        } catch (RuntimeException | Error e) {
            await();
            Throwable helpers = failure.getAndSet(null);
            if (helpers != null) {
                e.addSuppressed(helpers);
            }
            throw e;
        }
        await();
        Throwable failed = failure.getAndSet(null);
        if (failed != null) {
            throw new IllegalStateException("A helper thread failed: " + failed.getMessage(), failed);
        }
    }

    private void start(IntConsumer part) {
        work = part;
        leader = Thread.currentThread();
        pending.set(helpers.size());
        for (int i = 0; i < helpers.size(); i++) {
            helpers.get(i).work(parts.get(i));
        }
    }

    private void await() {
        for (int spins = 0; pending.get() > 0; spins++) {
            Helper.rest(spins);
        }
    }

    private void help(int part) {
        try {
            work.accept(part);
        } catch (RuntimeException | Error e) {
            failure.set(e);
        } finally {
            Thread waiting = leader;
            pending.decrementAndGet();
            LockSupport.unpark(waiting);
        }
    }

    @Override
    public void close() {
        pool.takeBack(helpers);
    }
}
