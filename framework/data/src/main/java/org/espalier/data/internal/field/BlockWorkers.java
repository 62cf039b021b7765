package org.espalier.data.internal.field;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

import org.espalier.data.field.io.ReadingProgress;

/**
 * Goes through all blocks of some files with several threads.
 *
 * @param files    the files
 * @param threads  how many
 * @param progress hears how far a pass is
 */
record BlockWorkers(List<Path> files, int threads, PassProgress progress) {
    private static final int MOST_THREADS = 16;

    /** What one thread does with its blocks. */
    @FunctionalInterface
    interface Work {
        /** @param reader to be stopped if no more blocks are wanted */
        BlockTally of(Block block, BlockReader reader) throws IOException;
    }

    static BlockWorkers over(List<Path> files, ReadingProgress progress) throws IOException {
        return new BlockWorkers(files, Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()), new PassProgress(files, progress));
    }

    /**
     * Goes through all blocks, each thread with work of its own; returns the tallies in the blocks' order.
     *
     * @param doing what is done, for people who wait
     */
    List<BlockTally> run(String doing, Supplier<Work> works) throws IOException {
        progress.begin(doing);
        ExecutorService pool = Executors.newFixedThreadPool(threads, task -> new Thread(task, "field-reader"));
        try (BlockReader reader = new BlockReader(files, progress)) {
            List<Future<List<BlockTally>>> futures = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                Work work = works.get();
                futures.add(pool.submit(task(reader, work)));
            }
            return joined(futures, reader);
        } finally {
            pool.shutdownNow();
        }
    }

    private Callable<List<BlockTally>> task(BlockReader reader, Work work) {
        return () -> {
            List<BlockTally> tallies = new ArrayList<>();
            Block block = new Block();
            while (reader.next(block)) {
                BlockTally tally = work.of(block, reader);
                tallies.add(tally);
                progress.done(tally.rows());
            }
            return tallies;
        };
    }

    private static List<BlockTally> joined(List<Future<List<BlockTally>>> futures, BlockReader reader) throws IOException {
        List<BlockTally> tallies = new ArrayList<>();
        try {
            for (Future<List<BlockTally>> future : futures) {
                tallies.addAll(future.get());
            }
        } catch (ExecutionException e) {
            reader.stop();
            throw unwrapped(e.getCause());
        } catch (InterruptedException e) {
            reader.stop();
            Thread.currentThread().interrupt();
            throw new CancellationException("Reading was interrupted");
        }
        tallies.sort(Comparator.comparingInt(BlockTally::block));
        return tallies;
    }

    private static IOException unwrapped(Throwable cause) {
        if (cause instanceof RuntimeException failure) {
            throw failure;
        }
        if (cause instanceof Error failure) {
            throw failure;
        }
        return (IOException) cause;
    }
}
