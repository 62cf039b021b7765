package org.espalier.data.internal.field;

import java.util.Arrays;

/** The values of one column in one block, on their way to the column's table. */
final class ValueBuffer {
    private long[] keys = new long[1024];
    private int[] checks = new int[1024];
    private int[] starts = new int[1024];
    private int[] lengths = new int[1024];
    private int size;
    private int missing;
    private int most = 1;

    void clear() {
        size = 0;
        missing = 0;
    }

    /** Adds the values that a row has in this column. */
    void add(byte[] text, Row row, int column) {
        int first = row.firstValue(column);
        int count = row.valueEnd(column) - first;
        most = Math.max(most, count);
        missing += count == 0 ? 1 : 0;
        for (int value = first; value < first + count; value++) {
            add(text, row.start(value), row.length(value));
        }
    }

    private void add(byte[] text, int start, int length) {
        if (size == keys.length) {
            grow();
        }
        keys[size] = CellHash.key(text, start, length);
        checks[size] = CellHash.check(text, start, length);
        starts[size] = start;
        lengths[size++] = length;
    }

    private void grow() {
        keys = Arrays.copyOf(keys, 2 * size);
        checks = Arrays.copyOf(checks, 2 * size);
        starts = Arrays.copyOf(starts, 2 * size);
        lengths = Arrays.copyOf(lengths, 2 * size);
    }

    int size() {
        return size;
    }

    long key(int i) {
        return keys[i];
    }

    int check(int i) {
        return checks[i];
    }

    byte[] text(int i, byte[] block) {
        return Arrays.copyOfRange(block, starts[i], starts[i] + lengths[i]);
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
