package org.espalier.data.graph;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

import org.espalier.api.tensor.CsrMatrix;

/** Collects the entries of a sparse matrix in any order and any number of times. */
public final class CsrBuilder {
    private final int rows;
    private final int cols;
    private int[] row = new int[1024];
    private int[] column = new int[1024];
    private double[] value = new double[1024];
    private int count;

    /** A matrix of that size, without entries yet. */
    public CsrBuilder(int rows, int cols) {
        this.rows = rows;
        this.cols = cols;
    }

    /**
     * Adds an entry.
     *
     * @throws IllegalArgumentException if it lies outside the matrix
     */
    public CsrBuilder add(int r, int c, double v) {
        if (r < 0 || r >= rows || c < 0 || c >= cols) {
            throw new IllegalArgumentException("Entry (" + r + ", " + c + ") lies outside a matrix of " + rows + " x " + cols);
        }
        if (count == row.length) {
            grow();
        }
        row[count] = r;
        column[count] = c;
        value[count++] = v;
        return this;
    }

    /** Adds all entries of a matrix. */
    public CsrBuilder addAll(CsrMatrix matrix) {
        for (int r = 0; r < matrix.rows(); r++) {
            for (int e = matrix.rowStart()[r]; e < matrix.rowStart()[r + 1]; e++) {
                add(r, matrix.columns()[e], matrix.values()[e]);
            }
        }
        return this;
    }

    /**
     * The matrix of the entries added so far.
     *
     * @param merge makes one value of two at the same place, e.g. {@code Math::max} or {@code Double::sum}
     */
    public CsrMatrix build(DoubleBinaryOperator merge) {
        int[] order = byPlace();
        int[] rowStart = new int[rows + 1];
        int[] columns = new int[count];
        double[] values = new double[count];
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int e = order[i];
            if (i > 0 && row[e] == row[order[i - 1]] && column[e] == column[order[i - 1]]) {
                values[kept - 1] = merge.applyAsDouble(values[kept - 1], value[e]);
            } else {
                columns[kept] = column[e];
                values[kept++] = value[e];
                rowStart[row[e] + 1]++;
            }
        }
        Arrays.parallelPrefix(rowStart, Integer::sum);
        return new CsrMatrix(rows, cols, rowStart, Arrays.copyOf(columns, kept), Arrays.copyOf(values, kept));
    }

    /** Entries by row, then column, then order of adding: two stable counting sorts. */
    private int[] byPlace() {
        return sorted(sorted(IntStream.range(0, count).toArray(), column, cols), row, rows);
    }

    private static int[] sorted(int[] entries, int[] key, int keys) {
        int[] next = new int[keys + 1];
        for (int e : entries) {
            next[key[e] + 1]++;
        }
        Arrays.parallelPrefix(next, Integer::sum);
        int[] result = new int[entries.length];
        for (int e : entries) {
            result[next[key[e]]++] = e;
        }
        return result;
    }

    private void grow() {
        row = Arrays.copyOf(row, 2 * count);
        column = Arrays.copyOf(column, 2 * count);
        value = Arrays.copyOf(value, 2 * count);
    }
}
