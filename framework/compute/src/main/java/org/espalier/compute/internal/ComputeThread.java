package org.espalier.compute.internal;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/** A thread that does one piece of work after the other, until it is told to finish. */
final class ComputeThread {
    /** A piece of work that can be told to end early. */
    private static final class Task<T> extends FutureTask<T> {
        private volatile boolean interrupted;

        Task(Callable<T> work) {
            super(work);
        }
    }

    private static final long POLL_NANOS = 1_000_000;

    private final BlockingQueue<Task<?>> queue = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile Task<?> current;
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

    /** Whether the caller of the work in progress was interrupted. */
    boolean isInterrupted() {
        Task<?> task = current;
        return task != null && task.interrupted;
    }

    /**
     * Does the work there and waits for it. If the caller is interrupted, work that has not begun is left out; otherwise it is told by {@link #isInterrupted} and waited
     * for before this returns.
     */
    <T> T call(Callable<T> work) throws Exception {
        Task<T> task = new Task<>(work);
        synchronized (queue) {
            if (finishing) {
                throw new CancellationException("The lease has been given back");
            }
            queue.add(task);
        }
        try {
            return result(task);
        } catch (InterruptedException e) {
            if (!queue.remove(task)) {
                task.interrupted = true;
                awaitDone(task);
            }
            throw e;
        }
    }

    /** Does this last piece of work there, after all that waits. */
    void finish(Runnable last) {
        synchronized (queue) {
            finishing = true;
            queue.add(new Task<>(() -> {
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
                current = queue.take();
                current.run();
                current = null;
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
