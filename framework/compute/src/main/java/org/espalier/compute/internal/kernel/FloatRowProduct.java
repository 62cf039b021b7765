package org.espalier.compute.internal.kernel;

/**
 * Rows of sparse times dense, in single precision.
 *
 * @param width columns of the dense matrix
 */
record FloatRowProduct(int width) {
    /** Arrays are longer by this, so that blocks may write beyond the last row. */
    static final int BLOCK = 8;
    private static final int WIDE = 2 * BLOCK;

    /**
     * Sixteen columns at a time as long as there are so many, then eight: the sums stay in registers, and the more there are, the less often the processor guesses wrong where a row ends.
     * What a block writes beyond its row's end is where the next rows' own results come afterwards; the last rows have none after them.
     *
     * @param from first row
     * @param to   the row after the last
     */
    void multiply(int from, int to, Entries<float[]> entries, float[] dense, float[] result) {
        int end = to * width;
        int wide = width / WIDE * WIDE;
        for (int row = from; row < to; row++) {
            for (int column = 0; column < wide; column += WIDE) {
                wideBlock(row, column, entries, dense, result);
            }
            for (int column = wide; column < width; column += BLOCK) {
                if (row * width + column + BLOCK <= end) {
                    block(row, column, entries, dense, result);
                } else {
                    rest(row, column, entries, dense, result);
                }
            }
        }
    }

    private void wideBlock(int row, int column, Entries<float[]> entries, float[] in, float[] out) {
        int to = entries.to()[row];
        int[] columns = entries.columns();
        float[] values = entries.values();
        float s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0, s8 = 0, s9 = 0, s10 = 0, s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0;
        for (int e = entries.from()[row]; e < to; e++) {
            float v = values[e];
            int i = columns[e] * width + column;
            s0 += v * in[i];
            s1 += v * in[i + 1];
            s2 += v * in[i + 2];
            s3 += v * in[i + 3];
            s4 += v * in[i + 4];
            s5 += v * in[i + 5];
            s6 += v * in[i + 6];
            s7 += v * in[i + 7];
            s8 += v * in[i + 8];
            s9 += v * in[i + 9];
            s10 += v * in[i + 10];
            s11 += v * in[i + 11];
            s12 += v * in[i + 12];
            s13 += v * in[i + 13];
            s14 += v * in[i + 14];
            s15 += v * in[i + 15];
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
        out[o + 8] = s8;
        out[o + 9] = s9;
        out[o + 10] = s10;
        out[o + 11] = s11;
        out[o + 12] = s12;
        out[o + 13] = s13;
        out[o + 14] = s14;
        out[o + 15] = s15;
    }

    private void block(int row, int column, Entries<float[]> entries, float[] in, float[] out) {
        int to = entries.to()[row];
        int[] columns = entries.columns();
        float[] values = entries.values();
        float s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
        for (int e = entries.from()[row]; e < to; e++) {
            float v = values[e];
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

    private void rest(int row, int from, Entries<float[]> entries, float[] in, float[] out) {
        for (int column = from; column < width; column++) {
            float sum = 0;
            for (int e = entries.from()[row]; e < entries.to()[row]; e++) {
                sum += entries.values()[e] * in[entries.columns()[e] * width + column];
            }
            out[row * width + column] = sum;
        }
    }
}
