package org.espalier.data.internal.judgment;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.espalier.api.error.DataException;
import org.espalier.data.internal.json.JsonProblem;

/**
 * The lines of a text file, block by block on several threads. A line belongs to the block in which it starts. Memory: one block, or the longest line if that is longer,
 * per thread.
 */
public final class LineBlocks {
    private static final int BLOCK = 8 << 20;
    private static final int TAIL = 1 << 16;

    private final Path file;
    private final int threads;
    private final boolean skipBad;

    /** @param skipBad whether lines that a worker refuses are reported to it as skipped, instead of ending all */
    public LineBlocks(Path file, int threads, boolean skipBad) {
        this.file = file;
        this.threads = threads;
        this.skipBad = skipBad;
    }

    /** Works on lines; each is used by one thread only. */
    public interface Worker {
        /** Takes a line that is not blank. Throws a {@link JsonProblem} if it cannot be used. */
        void line(byte[] text, int from, int to);

        /** The line given last could not be used and is skipped. */
        void skipped();

        /** A block's lines were all given. Blocks are numbered by their place in the file; each worker gets them in ascending order. */
        void blockDone(int block);
    }

    /** The first bad line found so far. */
    private record Problem(long offset, String message) {
    }

    /**
     * Gives all lines to workers.
     *
     * @throws DataException naming the first line that a worker refused
     */
    public <W extends Worker> List<W> read(Supplier<W> workers) throws IOException {
        int blocks = Math.toIntExact((Files.size(file) + BLOCK - 1) / BLOCK);
        AtomicInteger nextBlock = new AtomicInteger();
        AtomicReference<Problem> problem = new AtomicReference<>();
        List<W> team = Stream.generate(workers).limit(Math.max(1, Math.min(threads, blocks))).toList();
        if (team.size() == 1) {
            work(team.get(0), blocks, nextBlock, problem);
        } else {
            workTogether(team, blocks, nextBlock, problem);
        }
        if (problem.get() != null) {
            throw DataException.atLine(file.getFileName().toString(), lineOf(problem.get().offset()), problem.get().message());
        }
        return team;
    }

    private void workTogether(List<? extends Worker> team, int blocks, AtomicInteger nextBlock, AtomicReference<Problem> problem) throws IOException {
        ExecutorService pool = Executors.newFixedThreadPool(team.size());
        try {
            List<Future<Void>> running = new ArrayList<>();
            team.forEach(worker -> running.add(pool.submit(() -> {
                work(worker, blocks, nextBlock, problem);
                return null;
            })));
            await(running);
        } finally {
            pool.shutdownNow();
        }
    }

    private static void await(List<Future<Void>> running) throws IOException {
        try {
            for (Future<Void> future : running) {
                future.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cancelled(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        }
    }

    private void work(Worker worker, int blocks, AtomicInteger nextBlock, AtomicReference<Problem> problem) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            byte[] buffer = new byte[(int) Math.min(BLOCK, channel.size()) + TAIL];
            for (int block = nextBlock.getAndIncrement(); block < blocks && problem.get() == null; block = nextBlock.getAndIncrement()) {
                buffer = new LineBlock(channel, (long) block * BLOCK, BLOCK).lines(buffer, (text, from, to, offset) -> give(worker, text, from, to, offset, problem));
                worker.blockDone(block);
            }
        } catch (ClosedByInterruptException e) {
            throw cancelled(e);
        }
    }

    private boolean give(Worker worker, byte[] text, int from, int to, long offset, AtomicReference<Problem> problem) {
        try {
            worker.line(text, from, to);
            return true;
        } catch (JsonProblem e) {
            if (skipBad) {
                worker.skipped();
                return true;
            }
            problem.accumulateAndGet(new Problem(offset, e.getMessage()), (old, now) -> old == null || now.offset() < old.offset() ? now : old);
            return false;
        }
    }

    private static CancellationException cancelled(Exception interruption) {
        CancellationException cancelled = new CancellationException("reading was cancelled");
        cancelled.initCause(interruption);
        return cancelled;
    }

    private long lineOf(long offset) throws IOException {
        long line = 1;
        try (var in = new java.io.BufferedInputStream(Files.newInputStream(file))) {
            for (long at = 0; at < offset; at++) {
                line += in.read() == '\n' ? 1 : 0;
            }
        }
        return line;
    }
}
