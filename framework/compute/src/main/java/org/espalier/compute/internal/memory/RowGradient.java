package org.espalier.compute.internal.memory;

import java.util.Arrays;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Gradient of a table [rows, width] of floats of which few rows occur in a step: those rows, in the order of occurrence, and their values. */
public final class RowGradient {
    private static final int NONE = -1;

    private final long offset;
    private final int width;
    private final int[] slots;
    private final int[] rows;
    private final float[] values;
    private int count;

    /**
     * @param offset   of the table in the vector of all parameters
     * @param rows     of the table
     * @param width    of a row
     * @param greatest number of rows that can occur in a step
     */
    public RowGradient(long offset, int rows, int width, int greatest) {
        this.offset = offset;
        this.width = width;
        this.slots = new int[rows];
        this.rows = new int[greatest];
        this.values = new float[greatest * width];
        Arrays.fill(slots, NONE);
    }

    /** First element of the table in the vector of all parameters. */
    public long offset() {
        return offset;
    }

    /** Number of elements of the table. */
    public long length() {
        return (long) slots.length * width;
    }

    public int width() {
        return width;
    }

    /** Forgets all rows. */
    public void clear() {
        for (int slot = 0; slot < count; slot++) {
            slots[rows[slot]] = NONE;
        }
        count = 0;
    }

    /** The slot of a row's values, a new one with any values if the row has not occurred. */
    public int slot(int row) {
        if (slots[row] == NONE) {
            slots[row] = count;
            rows[count++] = row;
        }
        return slots[row];
    }

    /** Number of rows that occurred. */
    public int count() {
        return count;
    }

    /** The row that a slot is for. */
    public int row(int slot) {
        return rows[slot];
    }

    /** The values of all slots, one after the other. */
    public float[] values() {
        return values;
    }

    /** Whether there is no NaN and nothing infinite in the rows that occurred. */
    public boolean isFinite() {
        float zero = 0;
        for (int i = 0; i < count * width; i++) {
            // 0 times NaN or infinity is NaN, and stays it
            zero += 0 * values[i];
        }
        return zero == 0;
    }

    /** Writes elements of the table's gradient to {@code to}, zeros for rows that did not occur. */
    public void read(int from, int length, float[] to, int at) {
        Arrays.fill(to, at, at + length, 0);
        for (int row = from / width; row * width < from + length; row++) {
            if (slots[row] != NONE) {
                int first = Math.max(from, row * width);
                int end = Math.min(from + length, (row + 1) * width);
                System.arraycopy(values, slots[row] * width + first - row * width, to, at + first - from, end - first);
            }
        }
    }

    /** Writes the whole gradient to an array of the table's shape. */
    public void writeTo(INDArray dense) {
        float[] row = new float[width];
        for (int i = 0; i < slots.length; i++) {
            read(i * width, width, row, 0);
            Raw.floats(dense).put(i * width, row);
        }
    }
}
