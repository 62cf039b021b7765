package org.espalier.data.field;

import java.util.Optional;

/**
 * The encoded rows of all parts: S slots each, those of one field side by side, fields in order. They may lie in a file larger than memory.
 * May be read by several threads at once.
 */
public interface FieldRows {
    /** Number of rows. */
    int size();

    /** Slots of a row, S. */
    int slots();

    /**
     * Copies rows.
     *
     * @param rows  which, in any order, each in [0, size); may repeat
     * @param index takes the feature in each slot, row-major [rows, S]; may be longer
     * @param value takes its value, 0 where the slot is missing or unused; row-major [rows, S]; may be longer
     */
    void read(int[] rows, int[] index, float[] value);

    /** The label of a row: 0 or 1. */
    int label(int row);

    /** What a feature stands for, e.g. {@code Bachelors}; empty if it is a number's feature, the rare values' or a foreign numbering's. */
    Optional<String> featureName(int feature);

    /**
     * Rows in memory. Arrays are not copied and must not be changed.
     *
     * @param slots slots of a row, S
     * @param index row-major [rows, S]
     * @param value row-major [rows, S]
     * @param label 0 or 1 for each row
     * @throws IllegalArgumentException if lengths do not fit or a label is neither
     */
    static FieldRows of(int slots, int[] index, float[] value, byte[] label) {
        return new RowsInMemory(slots, index, value, label);
    }
}
