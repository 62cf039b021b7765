package org.espalier.compute.internal.kernel;

import java.util.ArrayList;
import java.util.List;

/**
 * A block of a product's result that is computed in one piece.
 *
 * @param row     first row
 * @param rows    number of rows
 * @param column  first column
 * @param columns number of columns
 */
record Panel(int row, int rows, int column, int columns) {
    /** Multiplications that are worth a panel of their own: some 50 microseconds. */
    static final long WORK = 1 << 21;
    /** OpenBLAS packs the other factor anew for each panel, which among fewer rows or columns takes longer than a second thread saves. */
    private static final int LEAST_SIZE = 64;
    /** Where the blocks of OpenBLAS's kernels end. Those for AVX-512 then add up in the same order whatever the panels; those for AVX2 need not. */
    private static final int MULTIPLE = 32;

    /** Cuts a result of this size along its longer side into at most as many panels as are wanted. */
    static List<Panel> of(int rows, int columns, int inner, int wanted) {
        int longer = Math.max(rows, columns);
        int count = (int) Math.max(1, Math.min(Math.min((long) rows * columns * inner / WORK, wanted), longer / LEAST_SIZE));
        int size = ((longer + count - 1) / count + MULTIPLE - 1) / MULTIPLE * MULTIPLE;
        List<Panel> panels = new ArrayList<>();
        for (int from = 0; from < longer; from += size) {
            int length = Math.min(size, longer - from);
            panels.add(rows >= columns ? new Panel(from, length, 0, columns) : new Panel(0, rows, from, length));
        }
        return panels;
    }
}
