package org.espalier.data.internal.field;

import java.nio.ByteBuffer;

import org.espalier.data.field.Field;
import org.espalier.data.field.io.Scaling;

/** Writes parsed rows as {@link Layout} says. For one thread. */
final class RowEncoder {
    private final Encoding encoding;
    private final Field[] fields;
    private final Storage[] storages;
    private final Dictionary[] dictionaries;
    private final boolean[] watched;
    private final float[] largest;

    RowEncoder(Encoding encoding) {
        this.encoding = encoding;
        this.fields = encoding.layout().fields().toArray(Field[]::new);
        this.storages = encoding.layout().storages().toArray(Storage[]::new);
        this.dictionaries = encoding.dictionaries().toArray(Dictionary[]::new);
        this.watched = new boolean[fields.length];
        this.largest = new float[fields.length];
        for (int f = 0; f < fields.length; f++) {
            watched[f] = encoding.columns().get(f).scaling() == Scaling.TRAINING_MAXIMUM;
        }
    }

    /** @param training whether the row is one of the training part, whose largest numbers are kept */
    void encode(byte[] text, Row row, boolean training, ByteBuffer to) {
        for (int f = 0; f < fields.length; f++) {
            switch (storages[f]) {
                case FLOAT -> number(f, row.number(f), training, to);
                case PAIR -> pair(f, row, to);
                default -> codes(f, text, row, to);
            }
        }
    }

    /** The largest absolute number of each scaled column in the training part so far. */
    float[] largest() {
        return largest;
    }

    private void number(int f, double number, boolean training, ByteBuffer to) {
        float value = Double.isNaN(number) ? 0 : (float) ((number - encoding.least()[f]) / encoding.range()[f]);
        if (training && watched[f]) {
            largest[f] = Math.max(largest[f], Math.abs(value));
        }
        to.putFloat(value);
    }

    private void pair(int f, Row row, ByteBuffer to) {
        boolean missing = Double.isNaN(row.number(f));
        to.putInt(missing ? fields[f].first() : row.feature(f));
        to.putFloat(missing ? 0 : (float) row.number(f));
    }

    private void codes(int f, byte[] text, Row row, ByteBuffer to) {
        int first = row.firstValue(f);
        int count = row.valueEnd(f) - first;
        for (int slot = 0; slot < fields[f].slots(); slot++) {
            int code = slot < count ? 1 + dictionaries[f].code(text, row.start(first + slot), row.length(first + slot)) : 0;
            switch (storages[f]) {
                case BYTE -> to.put((byte) code);
                case SHORT -> to.putShort((short) code);
                default -> to.putInt(code);
            }
        }
    }
}
