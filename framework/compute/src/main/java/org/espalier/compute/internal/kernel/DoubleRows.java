package org.espalier.compute.internal.kernel;

/**
 * Rows of a product of a sparse and a dense matrix on the heap, in double precision. Each element is summed in the order of the entries.
 */
final class DoubleRows {
    private final int[] start;
    private final int[] columns;
    private final int width;

    /** @param width columns of the dense matrix */
    DoubleRows(SparseRows rows, int width) {
        this.start = rows.rowStart();
        this.columns = rows.columns();
        this.width = width;
    }

    /** One row of the product with {@code dense}, where {@code values} are those of the entries. */
    void multiply(int row, double[] values, double[] dense, double[] result) {
        int column = 0;
        for (; column + 8 <= width; column += 8) {
            eight(row, column, values, dense, result);
        }
        for (; column < width; column++) {
            double sum = 0;
            for (int e = start[row]; e < start[row + 1]; e++) {
                sum += values[e] * dense[columns[e] * width + column];
            }
            result[row * width + column] = sum;
        }
    }

    /** Eight columns at a time, so that the sums stay in registers. */
    private void eight(int row, int column, double[] values, double[] in, double[] out) {
        int to = start[row + 1];
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
        for (int e = start[row]; e < to; e++) {
            double v = values[e];
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
}
