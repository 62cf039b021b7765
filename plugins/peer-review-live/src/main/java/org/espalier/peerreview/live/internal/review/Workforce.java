package org.espalier.peerreview.live.internal.review;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

import org.espalier.api.run.Progress;

/** Does many slow things at a time, so many and no more. Looks for a stop while it waits. */
final class Workforce implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 50;

    private final ExecutorService threads;
    private final Progress progress;

    Workforce(int size, Progress progress) {
        this.threads = Executors.newFixedThreadPool(size, work -> {
            Thread thread = new Thread(work, "peer-review");
            thread.setDaemon(true);
            return thread;
        });
        this.progress = progress;
    }

    /**
     * The results, in the order of the tasks. The first task to fail ends all.
     *
     * @param done told the number of tasks done, after each
     */
    <T> List<T> all(List<Callable<T>> tasks, IntConsumer done) throws InterruptedException {
        ExecutorCompletionService<T> completion = new ExecutorCompletionService<>(threads);
        List<Future<T>> futures = new ArrayList<>();
        tasks.forEach(task -> futures.add(completion.submit(task)));
        for (int count = 1; count <= tasks.size(); count++) {
            value(next(completion));
            done.accept(count);
        }
        List<T> results = new ArrayList<>();
        for (Future<T> future : futures) {
            results.add(value(future));
        }
        return results;
    }

    private <T> Future<T> next(ExecutorCompletionService<T> completion) throws InterruptedException {
        while (true) {
            Future<T> future = completion.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            if (future != null) {
                return future;
            }
            progress.check();
        }
    }

    private static <T> T value(Future<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("A question to a model failed", e.getCause());
        }
    }

    /** Interrupts what still runs. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
