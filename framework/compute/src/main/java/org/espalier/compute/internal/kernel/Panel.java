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
    private static final int GREATEST_COUNT = 16;
    /** OpenBLAS packs the other factor anew for each panel: of 128 rows or columns that took a tenth of the time, of 256 a thirtieth. */
    private static final int LEAST_SIZE = 256;
    private static final int MULTIPLE = 32;

    /** Cuts a result of this size along its longer side, by its shape alone, so that the number of threads does not show. */
    static List<Panel> of(int rows, int columns, int inner) {
        int longer = Math.max(rows, columns);
        int count = (int) Math.max(1, Math.min(Math.min((long) rows * columns * inner / WORK, GREATEST_COUNT), longer / LEAST_SIZE));
        int size = ((longer + count - 1) / count + MULTIPLE - 1) / MULTIPLE * MULTIPLE;
        List<Panel> panels = new ArrayList<>();
        for (int from = 0; from < longer; from += size) {
            int length = Math.min(size, longer - from);
            panels.add(rows >= columns ? new Panel(from, length, 0, columns) : new Panel(0, rows, from, length));
        }
        return panels;
    }
}
