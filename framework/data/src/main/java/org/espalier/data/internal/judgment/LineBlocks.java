package org.espalier.data.internal.judgment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import org.espalier.api.error.DataException;
import org.espalier.data.internal.json.ByteSearch;
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
        List<W> team = new ArrayList<>();
        List<Future<?>> running = new ArrayList<>();
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, Math.min(threads, blocks)));
        try {
            for (int i = 0; i < Math.max(1, Math.min(threads, blocks)); i++) {
                W worker = workers.get();
                team.add(worker);
                running.add(pool.submit(() -> {
                    work(worker, blocks, nextBlock, problem);
                    return null;
                }));
            }
            await(running);
        } finally {
            pool.shutdownNow();
        }
        if (problem.get() != null) {
            throw DataException.atLine(file.getFileName().toString(), lineOf(problem.get().offset()), problem.get().message());
        }
        return team;
    }

    private static void await(List<Future<?>> running) throws IOException {
        try {
            for (Future<?> future : running) {
                future.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new java.util.concurrent.CancellationException("reading was cancelled");
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
                buffer = new Block(channel, (long) block * BLOCK).lines(worker, buffer, problem);
                worker.blockDone(block);
            }
        }
    }

    /** One block of the file. */
    private final class Block {
        private final FileChannel channel;
        private final long start;

        Block(FileChannel channel, long start) {
            this.channel = channel;
            this.start = start;
        }

        /** Gives the lines to the worker; returns the buffer, which may have been replaced by a larger one. */
        byte[] lines(Worker worker, byte[] given, AtomicReference<Problem> problem) throws IOException {
            long base = Math.max(0, start - 1);
            int limit = (int) (start + BLOCK - base);
            byte[] buffer = given;
            int filled = fill(buffer, 0, base);
            int at = start == 0 ? byteOrderMark(buffer, filled) : afterNewline(buffer, 0, filled);
            while (at < Math.min(limit, filled)) {
                int end = newline(buffer, at, filled);
                while (end == filled && filled == buffer.length) {
                    buffer = java.util.Arrays.copyOf(buffer, Math.multiplyExact(buffer.length, 2));
                    filled += fill(buffer, filled, base + filled);
                    end = newline(buffer, end, filled);
                }
                if (!give(worker, buffer, at, end, base, problem)) {
                    break;
                }
                at = end + 1;
            }
            return buffer;
        }

        private int fill(byte[] buffer, int from, long position) throws IOException {
            ByteBuffer target = ByteBuffer.wrap(buffer, from, buffer.length - from);
            int read = 0;
            while (target.hasRemaining() && read >= 0) {
                read = channel.read(target, position + target.position() - from);
            }
            return target.position() - from;
        }
    }

    private boolean give(Worker worker, byte[] buffer, int from, int to, long base, AtomicReference<Problem> problem) {
        int first = from;
        while (first < to && buffer[first] <= ' ' && buffer[first] >= 0) {
            first++;
        }
        if (first == to) {
            return true;
        }
        try {
            worker.line(buffer, first, to);
            return true;
        } catch (JsonProblem e) {
            if (skipBad) {
                worker.skipped();
                return true;
            }
            Problem found = new Problem(base + first, e.getMessage());
            problem.accumulateAndGet(found, (old, now) -> old == null || now.offset() < old.offset() ? now : old);
            return false;
        }
    }

    private static int byteOrderMark(byte[] buffer, int filled) {
        return filled >= 3 && buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB && buffer[2] == (byte) 0xBF ? 3 : 0;
    }

    private static int afterNewline(byte[] buffer, int from, int filled) {
        return newline(buffer, from, filled) + 1;
    }

    private static int newline(byte[] buffer, int from, int filled) {
        return ByteSearch.find(buffer, from, filled, '\n');
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
