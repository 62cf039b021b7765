package org.espalier.compute.internal.update;

import java.nio.FloatBuffer;
import java.util.List;

import org.espalier.compute.internal.memory.Raw;
import org.espalier.compute.internal.memory.RowGradient;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The gradients of all parameters, one after the other as the parameters are: most from a vector, those of tables from their rows. */
final class FloatGradients {
    private final FloatBuffer vector;
    private final RowGradient[] tables;

    /**
     * @param vector the gradients of what is no table; null if there is nothing else
     * @param tables in the order of their places
     */
    FloatGradients(INDArray vector, List<RowGradient> tables) {
        this.vector = vector == null ? FloatBuffer.allocate(0) : Raw.floats(vector);
        this.tables = tables.toArray(RowGradient[]::new);
    }

    /** Writes gradients to the start of {@code to}. */
    void read(int from, int count, float[] to) {
        int before = 0;
        int at = from;
        for (RowGradient table : tables) {
            int start = Math.toIntExact(table.offset());
            int end = Math.toIntExact(table.offset() + table.length());
            if (at < start && at < from + count) {
                int length = Math.min(start, from + count) - at;
                vector.get(at - before, to, at - from, length);
                at += length;
            }
            if (at >= start && at < end && at < from + count) {
                int length = Math.min(end, from + count) - at;
                table.read(at - start, length, to, at - from);
                at += length;
            }
            before += end - start;
        }
        if (at < from + count) {
            vector.get(at - before, to, at - from, from + count - at);
        }
    }
}
