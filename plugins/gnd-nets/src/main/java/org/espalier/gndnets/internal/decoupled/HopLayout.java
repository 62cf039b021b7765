package org.espalier.gndnets.internal.decoupled;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A file of diffused features: a header, then single-precision numbers [node][hop][column], all in little-endian order.
 *
 * @param nodes N
 * @param hops  K
 * @param width D
 */
record HopLayout(int nodes, int hops, int width) {
    /** Bytes before the numbers. */
    static final int HEADER = 32;

    private static final long MAGIC = 0x31_53_50_4f_48_44_4e_47L;

    /** What the header says; null if it is none. */
    static HopLayout read(ByteBuffer header) {
        ByteBuffer bytes = header.order(ByteOrder.LITTLE_ENDIAN);
        return bytes.remaining() < HEADER || bytes.getLong() != MAGIC ? null : new HopLayout(bytes.getInt(), bytes.getInt(), bytes.getInt());
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN).putLong(MAGIC).putInt(nodes).putInt(hops).putInt(width).array());
    }

    /** Bytes of a node. */
    int row() {
        return Float.BYTES * hops * width;
    }

    /** Bytes of the whole file. */
    long bytes() {
        return HEADER + (long) nodes * row();
    }
}
