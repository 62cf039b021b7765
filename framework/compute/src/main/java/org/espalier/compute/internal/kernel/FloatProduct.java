package org.espalier.compute.internal.kernel;

import java.nio.FloatBuffer;

/** Sparse times dense in single precision. */
final class FloatProduct implements Kernel {
    private final SparseRows rows;
    private final int width;
    private final Team team;
    private final Scratch scratch;
    private final FloatBuffer dense;
    private final FloatBuffer result;
    private final float[] values;
    private final float[] masked;

    FloatProduct(SparseRows rows, int width, Team team, Scratch scratch, FloatBuffer dense, FloatBuffer result) {
        this.rows = rows;
        this.width = width;
        this.team = team;
        this.scratch = scratch;
        this.dense = dense;
        this.result = result;
        values = new float[rows.values().length];
        for (int e = 0; e < values.length; e++) {
            values[e] = (float) rows.values()[e];
        }
        masked = rows.isMasked() ? new float[values.length] : values;
    }

    @Override
    public void run(long iteration) {
        float[] in = scratch.floatsIn(dense.capacity());
        float[] out = scratch.floatsOut(result.capacity());
        dense.get(0, in, 0, dense.capacity());
        team.run(part -> {
            if (rows.isMasked()) {
                rows.mask(part, iteration, values, masked);
            }
            for (int row = rows.from(part); row < rows.to(part); row++) {
                multiply(row, in, out);
            }
        });
        result.put(0, out, 0, result.capacity());
    }

    /** Eight columns at a time, so that the sums stay in registers. */
    private void multiply(int row, float[] in, float[] out) {
        int from = rows.rowStart()[row];
        int to = rows.rowStart()[row + 1];
        int column = 0;
        for (; column + 8 <= width; column += 8) {
            eight(from, to, column, in, out, row * width + column);
        }
        for (; column < width; column++) {
            float sum = 0;
            for (int e = from; e < to; e++) {
                sum += masked[e] * in[rows.columns()[e] * width + column];
            }
            out[row * width + column] = sum;
        }
    }

    private void eight(int from, int to, int column, float[] in, float[] out, int o) {
        int[] columns = rows.columns();
        float s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
        for (int e = from; e < to; e++) {
            float v = masked[e];
            int i = columns[e] * width + column;
            s0 += v * in[i];
            s1 += v * in[i + 1];
            s2 += v * in[i + 2];
            s3 += v * in[i + 3];
            s4 += v * in[i + 4];
            s5 += v * in[i + 5];
            s6 += v * in[i + 6];
            s7 += v * in[i + 7];
        }
        out[o] = s0;
        out[o + 1] = s1;
        out[o + 2] = s2;
        out[o + 3] = s3;
        out[o + 4] = s4;
        out[o + 5] = s5;
        out[o + 6] = s6;
        out[o + 7] = s7;
    }
}
