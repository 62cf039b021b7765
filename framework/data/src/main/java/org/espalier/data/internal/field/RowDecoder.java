package org.espalier.data.internal.field;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

import org.espalier.data.field.Field;

/** Reads what {@link RowEncoder} wrote. Everything it asks of a slot lies in arrays by slot: training reads every row once an epoch. */
final class RowDecoder {
    private static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle FLOATS = MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);

    private final Storage[] storages;
    private final int[] offsets;
    private final int[] first;
    private final float[] divisors;

    RowDecoder(Layout layout) {
        storages = new Storage[layout.slots()];
        offsets = new int[storages.length];
        first = new int[storages.length];
        divisors = new float[storages.length];
        int slot = 0;
        for (int f = 0; f < layout.fields().size(); f++) {
            Field field = layout.fields().get(f);
            for (int s = 0; s < field.slots(); s++, slot++) {
                storages[slot] = layout.storages().get(f);
                offsets[slot] = layout.offset(f) + s * storages[slot].bytes();
                first[slot] = field.first();
                divisors[slot] = layout.divisors().get(f);
            }
        }
    }

    /** @param to place of the row's first slot in {@code index} and {@code value} */
    void decode(byte[] row, int[] index, float[] value, int to) {
        for (int slot = 0; slot < offsets.length; slot++) {
            int at = offsets[slot];
            switch (storages[slot]) {
                case BYTE -> code(slot, row[at] & 0xff, index, value, to);
                case SHORT -> code(slot, (short) SHORTS.get(row, at) & 0xffff, index, value, to);
                case INT -> code(slot, (int) INTS.get(row, at), index, value, to);
                case FLOAT -> {
                    index[to + slot] = first[slot];
                    value[to + slot] = (float) FLOATS.get(row, at) / divisors[slot];
                }
                case PAIR -> {
                    index[to + slot] = (int) INTS.get(row, at);
                    value[to + slot] = (float) FLOATS.get(row, at + Integer.BYTES);
                }
            }
        }
    }

    private void code(int slot, int code, int[] index, float[] value, int to) {
        int present = code == 0 ? 0 : 1;
        index[to + slot] = first[slot] + code - present;
        value[to + slot] = present;
    }
}
