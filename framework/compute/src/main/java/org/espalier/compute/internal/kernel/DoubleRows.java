package org.espalier.compute.internal.kernel;

import java.util.Arrays;

import org.espalier.compute.internal.memory.Raw;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Sparse products and the sums that go with them, in double precision. */
final class DoubleRows implements RowAlgebra<double[]> {
    private static final int BLOCK = 8;
    /** Inner products are summed in this many lanes side by side, which the JVM turns into vector instructions. */
    private static final int LANES = 512;

    private final SparseRows rows;
    private final int[] start;
    private final int[] columns;
    private final double[] values;
    private final int width;
    private final double[] lanes = new double[LANES];

    /** @param width columns of the dense matrix */
    DoubleRows(SparseRows rows, int width) {
        this.rows = rows;
        this.start = rows.rowStart();
        this.columns = rows.columns();
        this.values = rows.values();
        this.width = width;
    }

    @Override
    public double[] values() {
        return values;
    }

    @Override
    public double[] array(Scratch scratch, int slot, int length) {
        return scratch.doubles(slot, length + BLOCK);
    }

    @Override
    public Memory<double[]> memory(INDArray array) {
        return new DoubleMemory(Raw.doubles(array));
    }

    @Override
    public void mask(int part, long iteration, double[] masked) {
        rows.mask(part, iteration, values, masked);
    }

    /** What a block writes beyond its row's end is where the next rows' own results come afterwards; a part's last rows have none after them. */
    @Override
    public void multiply(int part, double[] entries, double[] dense, double[] result) {
        int end = rows.to(part) * width;
        for (int row = rows.from(part); row < rows.to(part); row++) {
            for (int column = 0; column < width; column += BLOCK) {
                if (row * width + column + BLOCK <= end) {
                    block(row, column, entries, dense, result);
                } else {
                    rest(row, column, entries, dense, result);
                }
            }
        }
    }

    /** Eight columns at a time, so that the sums stay in registers. */
    private void block(int row, int column, double[] entries, double[] in, double[] out) {
        int to = start[row + 1];
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
        for (int e = start[row]; e < to; e++) {
            double v = entries[e];
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
        int o = row * width + column;
        out[o] = s0;
        out[o + 1] = s1;
        out[o + 2] = s2;
        out[o + 3] = s3;
        out[o + 4] = s4;
        out[o + 5] = s5;
        out[o + 6] = s6;
        out[o + 7] = s7;
    }

    private void rest(int row, int from, double[] entries, double[] in, double[] out) {
        for (int column = from; column < width; column++) {
            double sum = 0;
            for (int e = start[row]; e < start[row + 1]; e++) {
                sum += entries[e] * in[columns[e] * width + column];
            }
            out[row * width + column] = sum;
        }
    }

    @Override
    public void clear(int part, double[] matrix) {
        Arrays.fill(matrix, rows.from(part) * width, rows.to(part) * width, 0);
    }

    @Override
    public void addScaled(int part, double[] from, double factor, double[] to) {
        double a = factor;
        int end = rows.to(part) * width;
        for (int i = rows.from(part) * width; i < end; i++) {
            to[i] += a * from[i];
        }
    }

    @Override
    public void addRows(double[] from, int[] places, double[] to) {
        for (int row = 0; row < places.length; row++) {
            for (int column = 0; column < width; column++) {
                to[places[row] * width + column] += from[row * width + column];
            }
        }
    }

    @Override
    public double product(double[] a, double[] b, int size) {
        Arrays.fill(lanes, 0);
        for (int from = 0; from < size; from += LANES) {
            addProducts(a, b, from, Math.min(LANES, size - from));
        }
        double sum = 0;
        for (double lane : lanes) {
            sum += lane;
        }
        return sum;
    }

    private void addProducts(double[] a, double[] b, int from, int count) {
        for (int i = 0; i < count; i++) {
            lanes[i] += a[from + i] * b[from + i];
        }
    }
}
