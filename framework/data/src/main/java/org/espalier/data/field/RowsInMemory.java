package org.espalier.data.field;

import java.util.Optional;

/** See {@link FieldRows#of}. */
record RowsInMemory(int slots, int[] index, float[] value, byte[] label) implements FieldRows {
    RowsInMemory {
        if (index.length != label.length * slots || value.length != index.length) {
            throw new IllegalArgumentException(index.length + " features and " + value.length + " values for " + label.length + " rows of " + slots + " slots");
        }
        for (byte one : label) {
            if (one != 0 && one != 1) {
                throw new IllegalArgumentException("Label " + one + " is neither 0 nor 1");
            }
        }
    }

    @Override
    public int size() {
        return label.length;
    }

    @Override
    public void read(int[] rows, int[] indexes, float[] values) {
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(index, rows[i] * slots, indexes, i * slots, slots);
            System.arraycopy(value, rows[i] * slots, values, i * slots, slots);
        }
    }

    @Override
    public int label(int row) {
        return label[row];
    }

    @Override
    public Optional<String> featureName(int feature) {
        return Optional.empty();
    }
}
