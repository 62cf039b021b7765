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

/**
 * Goes through all blocks of some files with several threads.
 *
 * @param files   the files
 * @param threads how many
 */
record BlockWorkers(List<Path> files, int threads) {
    private static final int MOST_THREADS = 16;

    /** What one thread does with its blocks. */
    @FunctionalInterface
    interface Work {
        /** @param reader to be stopped if no more blocks are wanted */
        BlockTally of(Block block, BlockReader reader) throws IOException;
    }

    static BlockWorkers over(List<Path> files) {
        return new BlockWorkers(files, Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()));
    }

    /** Goes through all blocks, each thread with work of its own; returns the tallies in the blocks' order. */
    List<BlockTally> run(Supplier<Work> works) throws IOException {
        ExecutorService pool = Executors.newFixedThreadPool(threads, task -> new Thread(task, "field-reader"));
        try (BlockReader reader = new BlockReader(files)) {
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

    private static Callable<List<BlockTally>> task(BlockReader reader, Work work) {
        return () -> {
            List<BlockTally> tallies = new ArrayList<>();
            Block block = new Block();
            while (reader.next(block)) {
                tallies.add(work.of(block, reader));
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
