package org.espalier.data.internal.field;

import java.util.Arrays;

/** The values of one column in one block, on their way to the column's table: each knows its place in the text. */
final class ValueBuffer extends HashedValues {
    private int missing;
    private int most = 1;

    @Override
    void clear() {
        super.clear();
        missing = 0;
    }

    /** Adds the values that a row has in this column. */
    void add(byte[] text, Row row, int column) {
        int start = row.firstValue(column);
        int end = row.valueEnd(column);
        most = Math.max(most, end - start);
        missing += end == start ? 1 : 0;
        for (int value = start; value < end; value++) {
            add(text, row.start(value), row.length(value), row.start(value), row.length(value));
        }
    }

    byte[] text(int i, byte[] block) {
        return Arrays.copyOfRange(block, first(i), first(i) + second(i));
    }

    /** Rows without a value. */
    int missing() {
        return missing;
    }

    /** The most values in one row, at least 1. */
    int most() {
        return most;
    }
}
