package org.espalier.compute.internal.kernel;

import java.util.Arrays;

import org.espalier.api.tensor.CsrMatrix;

/**
 * A sparse matrix prepared for products: its rows are split into parts of about equally many entries, one per thread, and if there is dropout,
 * others of its entries are kept in every iteration.
 */
final class SparseRows {
    private final CsrMatrix matrix;
    private final int[] maskIndex;
    private final Masks masks;
    private final int[] bounds;

    /**
     * @param maskIndex for each entry its index in the mask; null if that is the entry's own place
     * @param masks     null without dropout
     */
    SparseRows(CsrMatrix matrix, int[] maskIndex, Masks masks, int parts) {
        this.matrix = matrix;
        this.maskIndex = maskIndex;
        this.masks = masks;
        this.bounds = new int[parts + 1];
        for (int part = 1; part < parts; part++) {
            int entry = (int) ((long) part * matrix.entries() / parts);
            int found = Arrays.binarySearch(matrix.rowStart(), entry);
            bounds[part] = Math.max(bounds[part - 1], found < 0 ? -found - 1 : found);
        }
        bounds[parts] = matrix.rows();
    }

    int[] rowStart() {
        return matrix.rowStart();
    }

    /** All entries, with these values. */
    <A> Entries<A> entries(A values) {
        return new Entries<>(rowStart(), Arrays.copyOfRange(rowStart(), 1, matrix.rows() + 1), columns(), values);
    }

    /** Room for as many entries as there are. */
    <A> Entries<A> room(A values) {
        return new Entries<>(new int[matrix.rows()], new int[matrix.rows()], new int[columns().length], values);
    }

    int[] columns() {
        return matrix.columns();
    }

    double[] values() {
        return matrix.values();
    }

    /** First row of a part. */
    int from(int part) {
        return bounds[part];
    }

    /** The row after a part's last. */
    int to(int part) {
        return bounds[part + 1];
    }

    boolean isMasked() {
        return masks != null;
    }

    /** Collects the entries of a part that dropout keeps, without a branch, since nobody could predict it. */
    void keep(int part, long iteration, float[] values, Entries<float[]> kept) {
        long start = masks.start(iteration);
        float scale = (float) masks.scale();
        int place = rowStart()[from(part)];
        for (int row = from(part); row < to(part); row++) {
            kept.from()[row] = place;
            for (int e = rowStart()[row]; e < rowStart()[row + 1]; e++) {
                kept.columns()[place] = columns()[e];
                kept.values()[place] = values[e] * scale;
                place += masks.count(start, maskIndex == null ? e : maskIndex[e]);
            }
            kept.to()[row] = place;
        }
    }

    /** Collects the entries of a part that dropout keeps. */
    void keep(int part, long iteration, double[] values, Entries<double[]> kept) {
        long start = masks.start(iteration);
        int place = rowStart()[from(part)];
        for (int row = from(part); row < to(part); row++) {
            kept.from()[row] = place;
            for (int e = rowStart()[row]; e < rowStart()[row + 1]; e++) {
                kept.columns()[place] = columns()[e];
                kept.values()[place] = values[e] * masks.scale();
                place += masks.count(start, maskIndex == null ? e : maskIndex[e]);
            }
            kept.to()[row] = place;
        }
    }
}
