package org.espalier.compute.internal.kernel;

import java.util.Arrays;

import org.espalier.api.tensor.CsrMatrix;

/**
 * A sparse matrix prepared for products: its rows are split into parts of about equally many entries, one per thread, and its entries
 * are masked anew in every iteration if there is dropout.
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

    /** Writes the masked values of a part's entries to {@code to}. */
    void mask(int part, long iteration, float[] values, float[] to) {
        long start = masks.start(iteration);
        int end = rowStart()[to(part)];
        for (int e = rowStart()[from(part)]; e < end; e++) {
            to[e] = masks.apply(start, maskIndex == null ? e : maskIndex[e], values[e]);
        }
    }

    /** Writes the masked values of a part's entries to {@code to}. */
    void mask(int part, long iteration, double[] values, double[] to) {
        long start = masks.start(iteration);
        int end = rowStart()[to(part)];
        for (int e = rowStart()[from(part)]; e < end; e++) {
            to[e] = masks.apply(start, maskIndex == null ? e : maskIndex[e], values[e]);
        }
    }
}
