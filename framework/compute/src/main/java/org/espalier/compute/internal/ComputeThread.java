package org.espalier.compute.internal;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.locks.LockSupport;

/** A thread that does one piece of work after the other, until it is told to finish. */
final class ComputeThread {
    /** Switches the interruption of the work in progress. */
    interface Interruption {
        void set(boolean on);
    }

    private static final long POLL_NANOS = 1_000_000;

    private final BlockingQueue<RunnableFuture<?>> queue = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean finishing;
    private volatile boolean finished;

    ComputeThread(String name) {
        thread = new Thread(this::loop, name);
        thread.setDaemon(true);
        thread.start();
    }

    boolean isCurrent() {
        return Thread.currentThread() == thread;
    }

    /** Does the work there and waits for it. If the caller is interrupted, the work is too, and is waited for before this returns. */
    <T> T call(Callable<T> work, Interruption interruption) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        synchronized (queue) {
            if (finishing) {
                throw new CancellationException("The lease has been given back");
            }
            queue.add(task);
        }
        try {
            return result(task);
        } catch (InterruptedException e) {
            interruption.set(true);
            awaitDone(task);
            interruption.set(false);
            throw e;
        }
    }

    /** Does this last piece of work there, after all that waits. */
    void finish(Runnable last) {
        synchronized (queue) {
            finishing = true;
            queue.add(new FutureTask<>(() -> {
                finished = true;
                last.run();
                return null;
            }));
        }
    }

    /** Waits for the last piece of work, unless called by it. */
    void awaitEnd() {
        boolean interrupted = false;
        while (!isCurrent() && thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void loop() {
        while (!finished) {
            try {
                queue.take().run();
            } catch (InterruptedException e) {
                throw new IllegalStateException("Nobody interrupts compute threads", e);
            }
        }
    }

    private static <T> T result(FutureTask<T> task) throws Exception {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (Exception) e.getCause();
        }
    }

    /** Whatever the work ends with: the caller gets its interruption. */
    private static void awaitDone(FutureTask<?> task) {
        while (!task.isDone()) {
            LockSupport.parkNanos(POLL_NANOS);
        }
    }
}
