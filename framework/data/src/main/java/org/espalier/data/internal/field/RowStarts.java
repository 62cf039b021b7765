package org.espalier.data.internal.field;

import java.util.List;

/**
 * The rows of each block and file.
 *
 * @param starts   first row of each block
 * @param fileRows rows of each file
 * @param labels   of all rows
 */
record RowStarts(int[] starts, int[] fileRows, byte[] labels) {
    /** @param files number of files, some of which may have no block */
    static RowStarts of(List<BlockTally> tallies, int files) {
        int[] starts = new int[tallies.size()];
        int rows = 0;
        for (BlockTally tally : tallies) {
            starts[tally.block()] = rows;
            rows = Math.addExact(rows, tally.rows());
        }
        byte[] labels = new byte[rows];
        int[] fileRows = new int[files];
        for (BlockTally tally : tallies) {
            System.arraycopy(tally.labels(), 0, labels, starts[tally.block()], tally.rows());
            fileRows[tally.file()] += tally.rows();
        }
        return new RowStarts(starts, fileRows, labels);
    }

    int start(int block) {
        return starts[block];
    }

    int rows() {
        return labels.length;
    }
}
