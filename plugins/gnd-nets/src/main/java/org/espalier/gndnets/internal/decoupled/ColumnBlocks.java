package org.espalier.gndnets.internal.decoupled;

import org.espalier.api.tensor.CsrMatrix;

/**
 * Columns of a matrix [rows, columns] that are worked on together, so that memory is bounded whatever their number.
 *
 * @param columns all
 * @param widest  columns of each block; the last may have fewer
 */
record ColumnBlocks(int columns, int widest) {
    /** Numbers in a block: 128 MB. */
    private static final int NUMBERS = 1 << 25;

    static ColumnBlocks of(int rows, int columns) {
        int most = Math.max(1, Math.min(columns, NUMBERS / rows));
        int blocks = (columns + most - 1) / most;
        return new ColumnBlocks(columns, (columns + blocks - 1) / blocks);
    }

    int count() {
        return (columns + widest - 1) / widest;
    }

    int start(int block) {
        return block * widest;
    }

    int width(int block) {
        return Math.min(widest, columns - start(block));
    }

    /** A block of a sparse matrix, row by row. */
    float[] dense(CsrMatrix matrix, int block) {
        int start = start(block);
        int width = width(block);
        float[] dense = new float[matrix.rows() * width];
        for (int row = 0; row < matrix.rows(); row++) {
            for (int e = matrix.rowStart()[row]; e < matrix.rowStart()[row + 1]; e++) {
                int column = matrix.columns()[e] - start;
                if (column >= 0 && column < width) {
                    dense[row * width + column] = (float) matrix.values()[e];
                }
            }
        }
        return dense;
    }
}
