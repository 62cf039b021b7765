package org.espalier.gndnets.internal.decoupled;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Diffused features as they are worked out, block by block of columns and hop by hop; written out again node by node. Lies in a file of the system's folder for such,
 * which is gone when this is closed, or the process ends.
 */
final class HopScratch implements AutoCloseable {
    private static final int CHUNK_BYTES = 1 << 25;

    private final FileChannel channel;
    private final int nodes;
    private final int hops;
    private final ColumnBlocks blocks;

    HopScratch(int nodes, int hops, ColumnBlocks blocks) throws IOException {
        Path file = Files.createTempFile("hops", ".scratch");
        this.channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        this.nodes = nodes;
        this.hops = hops;
        this.blocks = blocks;
    }

    /** Takes one block of one hop, row by row; they come in order. */
    void append(FloatBuffer numbers) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.min(CHUNK_BYTES, numbers.remaining() * Float.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
        while (numbers.hasRemaining()) {
            int count = Math.min(numbers.remaining(), bytes.capacity() / Float.BYTES);
            bytes.clear().limit(count * Float.BYTES);
            bytes.asFloatBuffer().put(numbers.slice().limit(count));
            numbers.position(numbers.position() + count);
            writeAll(bytes);
        }
    }

    private void writeAll(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Writes [node][hop][column]. */
    void writeTo(OutputStream out, Runnable pause) throws IOException {
        int perNode = hops * blocks.columns() * Float.BYTES;
        int step = Math.max(1, CHUNK_BYTES / perNode);
        byte[] chunk = new byte[step * perNode];
        for (int from = 0; from < nodes; from += step) {
            pause.run();
            int count = Math.min(step, nodes - from);
            gather(from, count, chunk, perNode);
            out.write(chunk, 0, count * perNode);
        }
    }

    private void gather(int from, int count, byte[] chunk, int perNode) throws IOException {
        for (int block = 0; block < blocks.count(); block++) {
            int width = blocks.width(block) * Float.BYTES;
            ByteBuffer piece = ByteBuffer.allocate(count * width);
            for (int hop = 0; hop < hops; hop++) {
                readAll(piece.clear(), start(block, hop) + (long) from * width);
                for (int node = 0; node < count; node++) {
                    System.arraycopy(piece.array(), node * width, chunk, node * perNode + (hop * blocks.columns() + blocks.start(block)) * Float.BYTES, width);
                }
            }
        }
    }

    private long start(int block, int hop) {
        return Float.BYTES * (long) nodes * ((long) hops * blocks.start(block) + (long) hop * blocks.width(block));
    }

    private void readAll(ByteBuffer bytes, long position) throws IOException {
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, position + bytes.position()) < 0) {
                throw new IOException("the scratch file of the diffusion is shorter than what was written to it");
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
