package org.espalier.data.internal.field;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.Stream;

import org.espalier.data.field.Field;
import org.espalier.data.field.io.Scaling;

/**
 * Writes the rows of a block as {@link Layout} says: numbers at once, values when all rows were seen, column by column, which keeps one dictionary at a
 * time in the processor's cache. For one thread.
 */
final class RowEncoder {
    private static final int TOGETHER = 64;

    private final Encoding encoding;
    private final Field[] fields;
    private final Storage[] storages;
    private final int[] offsets;
    private final int stride;
    private final boolean[] watched;
    private final float[] largest;
    private final HashedValues[] values;
    private final int[] codes = new int[TOGETHER];
    private ByteBuffer encoded = buffer(0);
    private long fetched;

    RowEncoder(Encoding encoding) {
        Layout layout = encoding.layout();
        this.encoding = encoding;
        this.fields = layout.fields().toArray(Field[]::new);
        this.storages = layout.storages().toArray(Storage[]::new);
        this.stride = layout.stride();
        this.offsets = new int[fields.length];
        this.watched = new boolean[fields.length];
        this.largest = new float[fields.length];
        this.values = Stream.generate(HashedValues::new).limit(fields.length).toArray(HashedValues[]::new);
        for (int f = 0; f < fields.length; f++) {
            offsets[f] = layout.offset(f);
            watched[f] = encoding.columns().get(f).scaling() == Scaling.TRAINING_MAXIMUM;
        }
    }

    /** Begins a block of so many rows. */
    void start(int rows) {
        if (encoded.capacity() < rows * stride) {
            encoded = buffer(rows * stride);
        }
        Arrays.fill(encoded.array(), (byte) 0);
        encoded.clear().limit(rows * stride);
        for (HashedValues column : values) {
            column.clear();
        }
    }

    /**
     * Adds a row.
     *
     * @param number   of the row in the block
     * @param training whether it is one of the training part, whose largest numbers are kept
     */
    void add(byte[] text, Row row, int number, boolean training) {
        for (int f = 0; f < fields.length; f++) {
            int at = number * stride + offsets[f];
            switch (storages[f]) {
                case FLOAT -> number(f, row.number(f), training, at);
                case PAIR -> pair(f, row, at);
                default -> {
                    for (int value = row.firstValue(f); value < row.valueEnd(f); value++) {
                        values[f].add(text, row.start(value), row.length(value), at + (value - row.firstValue(f)) * storages[f].bytes(), 0);
                    }
                }
            }
        }
    }

    /** The rows of the block, all that were added. */
    ByteBuffer finish() {
        for (int f = 0; f < fields.length; f++) {
            for (int start = 0; start < values[f].size(); start += TOGETHER) {
                int end = Math.min(values[f].size(), start + TOGETHER);
                fetched += encoding.dictionaries().get(f).codes(values[f], start, end, codes);
                for (int i = start; i < end; i++) {
                    put(storages[f], values[f].first(i), codes[i - start] + 1);
                }
            }
        }
        return encoded;
    }

    /** The largest absolute number of each scaled column in the training part so far. */
    float[] largest() {
        return largest;
    }

    private void number(int f, double number, boolean training, int at) {
        float value = Double.isNaN(number) ? 0 : (float) ((number - encoding.least()[f]) / encoding.range()[f]);
        if (training && watched[f]) {
            largest[f] = Math.max(largest[f], Math.abs(value));
        }
        encoded.putFloat(at, value);
    }

    private void pair(int f, Row row, int at) {
        boolean missing = Double.isNaN(row.number(f));
        encoded.putInt(at, missing ? fields[f].first() : row.feature(f));
        encoded.putFloat(at + Integer.BYTES, missing ? 0 : (float) row.number(f));
    }

    private void put(Storage storage, int at, int code) {
        switch (storage) {
            case BYTE -> encoded.put(at, (byte) code);
            case SHORT -> encoded.putShort(at, (short) code);
            default -> encoded.putInt(at, code);
        }
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
