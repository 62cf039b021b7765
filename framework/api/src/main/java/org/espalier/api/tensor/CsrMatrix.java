package org.espalier.api.tensor;

import java.util.Arrays;

/**
 * A sparse matrix in compressed rows: row i has the columns {@code columns[rowStart[i] .. rowStart[i+1])}, ascending and without repeats,
 * with the values at the same places. Arrays are not copied and must not be changed.
 *
 * @param rows     number of rows
 * @param cols     number of columns
 * @param rowStart rows + 1 non-decreasing offsets, from 0 to the number of stored entries
 * @param columns  column of each stored entry, in [0, cols)
 * @param values   value of each stored entry
 */
public record CsrMatrix(int rows, int cols, int[] rowStart, int[] columns, double[] values) {

    /** @throws IllegalArgumentException if the parts do not fit together, naming the first row or entry that does not */
    public CsrMatrix {
        if (rowStart.length != rows + 1 || rowStart[0] != 0 || rowStart[rows] != columns.length || columns.length != values.length) {
            throw new IllegalArgumentException("CSR parts do not fit: " + rows + " rows, " + rowStart.length + " row offsets, "
                    + columns.length + " columns, " + values.length + " values");
        }
        for (int r = 0; r < rows; r++) {
            if (rowStart[r] > rowStart[r + 1]) {
                throw new IllegalArgumentException("CSR row offsets decrease at row " + r);
            }
            for (int e = rowStart[r]; e < rowStart[r + 1]; e++) {
                if (columns[e] < 0 || columns[e] >= cols || e > rowStart[r] && columns[e] <= columns[e - 1]) {
                    throw new IllegalArgumentException("CSR row " + r + " has column " + columns[e] + " where an ascending one in [0, " + cols + ") is needed");
                }
            }
        }
    }

    /** Number of stored entries. */
    public int entries() {
        return columns.length;
    }

    /** The matrix with rows and columns exchanged. */
    public CsrMatrix transpose() {
        int[] start = new int[cols + 1];
        for (int column : columns) {
            start[column + 1]++;
        }
        Arrays.parallelPrefix(start, Integer::sum);
        int[] next = Arrays.copyOf(start, cols);
        int[] turned = new int[columns.length];
        double[] moved = new double[columns.length];
        for (int r = 0; r < rows; r++) {
            for (int e = rowStart[r]; e < rowStart[r + 1]; e++) {
                int to = next[columns[e]]++;
                turned[to] = r;
                moved[to] = values[e];
            }
        }
        return new CsrMatrix(cols, rows, start, turned, moved);
    }

    /** Same places, other values. */
    public CsrMatrix withValues(double[] other) {
        return new CsrMatrix(rows, cols, rowStart, columns, other);
    }

    /** Sum of the stored values of each row. */
    public double[] rowSums() {
        double[] sums = new double[rows];
        for (int r = 0; r < rows; r++) {
            for (int e = rowStart[r]; e < rowStart[r + 1]; e++) {
                sums[r] += values[e];
            }
        }
        return sums;
    }

    @Override
    public String toString() {
        return "CsrMatrix[" + rows + " x " + cols + ", " + entries() + " entries]";
    }
}
