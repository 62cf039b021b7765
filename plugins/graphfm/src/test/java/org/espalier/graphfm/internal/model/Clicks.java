package org.espalier.graphfm.internal.model;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.espalier.data.Split;
import org.espalier.data.field.Field;
import org.espalier.data.field.FieldData;
import org.espalier.data.field.FieldKind;
import org.espalier.data.field.FieldRows;

/** Made-up rows of a number, two categories and up to three genres; a click follows from the first category. */
final class Clicks {
    private static final List<Field> FIELDS = List.of(new Field("hour", FieldKind.NUMERIC, 0, 1, 1), new Field("site", FieldKind.CATEGORICAL, 1, 4, 1),
            new Field("device", FieldKind.CATEGORICAL, 5, 3, 1), new Field("genres", FieldKind.MULTI_VALUED, 8, 4, 3));
    private static final int SLOTS = 6;

    private Clicks() {
    }

    /** Three quarters for training, an eighth each for validation and test. */
    static FieldData of(int size) {
        return of(size, false);
    }

    /** The same rows, all of them clicks. */
    static FieldData ofOneClass(int size) {
        return of(size, true);
    }

    private static FieldData of(int size, boolean clicksOnly) {
        SplittableRandom random = new SplittableRandom(7);
        int[] index = new int[size * SLOTS];
        float[] value = new float[size * SLOTS];
        byte[] label = new byte[size];
        for (int row = 0; row < size; row++) {
            int site = random.nextInt(4);
            int[] features = {0, 1 + site, 5 + random.nextInt(3), 8 + random.nextInt(4), 8 + random.nextInt(4), 8};
            float[] values = {random.nextFloat(), 1, row % 5 == 0 ? 0 : 1, 1, row % 2, 0};
            System.arraycopy(features, 0, index, row * SLOTS, SLOTS);
            System.arraycopy(values, 0, value, row * SLOTS, SLOTS);
            label[row] = (byte) (clicksOnly || site < 2 ? 1 : 0);
        }
        Split split = new Split(range(0, size * 3 / 4), range(size * 3 / 4, size * 7 / 8), range(size * 7 / 8, size));
        return new FieldData("clicks", FIELDS, FieldRows.of(SLOTS, index, value, label), split);
    }

    /** Training rows of fields that hold one of nine values each. */
    static FieldData wide(int size, int width) {
        SplittableRandom random = new SplittableRandom(7);
        List<Field> fields = IntStream.range(0, width).mapToObj(field -> new Field("field " + field, FieldKind.CATEGORICAL, 9 * field, 9, 1)).toList();
        int[] index = IntStream.range(0, size * width).map(place -> 9 * (place % width) + random.nextInt(9)).toArray();
        float[] value = new float[index.length];
        Arrays.fill(value, 1);
        byte[] label = new byte[size];
        random.nextBytes(label);
        for (int row = 0; row < size; row++) {
            label[row] &= 1;
        }
        return new FieldData("wide", fields, FieldRows.of(width, index, value, label), new Split(range(0, size), new int[0], new int[0]));
    }

    private static int[] range(int from, int to) {
        return IntStream.range(from, to).toArray();
    }
}
