package org.espalier.data.internal;

import java.util.function.DoubleBinaryOperator;

import org.espalier.api.error.DataException;
import org.espalier.api.tensor.CsrMatrix;
import org.espalier.data.graph.CsrBuilder;
import org.espalier.data.numpy.NumpyArray;

/**
 * A compressed-row matrix as files hold it: columns may come in any order and repeat.
 *
 * @param source  file and matrix, for messages
 * @param shape   rows and columns
 * @param indptr  where each row starts
 * @param indices column of each entry
 * @param data    value of each entry
 */
public record CsrParts(String source, int[] shape, NumpyArray indptr, NumpyArray indices, NumpyArray data) {
    /** Rows and columns are counted in arrays, which shall fit into memory whatever a file says. */
    private static final int MOST = 100_000_000;

    /**
     * The matrix.
     *
     * @param merge makes one value of two at the same place
     * @throws DataException naming the first row or entry that does not fit
     */
    public CsrMatrix matrix(DoubleBinaryOperator merge) {
        requireShape();
        int[] columns = indices.integers();
        double[] values = data.numbers();
        int[] starts = starts(columns.length, values.length);
        CsrBuilder builder = new CsrBuilder(shape[0], shape[1]);
        for (int r = 0; r < shape[0]; r++) {
            for (int e = starts[r]; e < starts[r + 1]; e++) {
                if (columns[e] < 0 || columns[e] >= shape[1]) {
                    throw new DataException(source + ": row " + r + " has column " + columns[e] + ", outside [0, " + shape[1] + ")");
                }
                builder.add(r, columns[e], values[e]);
            }
        }
        return builder.build(merge);
    }

    private void requireShape() {
        if (shape.length != 2) {
            throw new DataException(source + ": a shape of " + shape.length + " sizes where rows and columns are needed");
        }
        if (Math.min(shape[0], shape[1]) < 0 || Math.max(shape[0], shape[1]) > MOST) {
            throw new DataException(source + ": a matrix of " + shape[0] + " x " + shape[1] + "; read are 0 to " + MOST + " rows and columns");
        }
    }

    private int[] starts(int columns, int values) {
        int[] starts = indptr.integers();
        if (starts.length != shape[0] + 1 || columns != values) {
            throw new DataException(source + ": " + starts.length + " row offsets, " + columns + " columns and " + values + " values do not make " + shape[0] + " rows");
        }
        if (starts[0] != 0 || starts[shape[0]] != columns) {
            throw new DataException(source + ": row offsets go from " + starts[0] + " to " + starts[shape[0]] + ", not from 0 to " + columns);
        }
        for (int r = 0; r < shape[0]; r++) {
            if (starts[r] > starts[r + 1]) {
                throw new DataException(source + ": row offsets decrease from " + starts[r] + " to " + starts[r + 1] + " at row " + r);
            }
        }
        return starts;
    }
}
