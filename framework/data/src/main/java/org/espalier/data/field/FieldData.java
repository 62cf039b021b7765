package org.espalier.data.field;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.espalier.api.dataset.Part;
import org.espalier.data.Split;

/**
 * Rows of M fields with a binary label each. A batch is read as two row-major matrices [batch, S] of feature numbers and values, S being the
 * {@link #slots} of all fields; S = M unless a field is multi-valued. Field j has the slots {@code slotOf(j) .. slotOf(j) + fields.get(j).slots() - 1}.
 * A slot of value 0 is missing or unused; its feature number is valid nevertheless.
 *
 * @param name   name of the data set
 * @param fields the fields, M of them
 * @param rows   the rows of all parts; not copied, perhaps in a file
 * @param split  rows of each part. 4 bytes for each row are all that is held in memory of a large data set
 */
public record FieldData(String name, List<Field> fields, FieldRows rows, Split split) {
    /** Name of this kind in annotations. */
    public static final String KIND = "fields";

    /** @throws IllegalArgumentException if there is no field, or the rows have other slots than the fields */
    public FieldData {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(split, "split");
        fields = List.copyOf(fields);
        int slots = fields.stream().mapToInt(Field::slots).sum();
        if (fields.isEmpty() || slots != rows.slots()) {
            throw new IllegalArgumentException("Rows of " + rows.slots() + " slots for " + fields.size() + " fields of " + slots);
        }
    }

    /** Number of features of all fields, n: every feature number is in [0, n). */
    public int features() {
        return fields.stream().mapToInt(Field::end).max().orElseThrow();
    }

    /** Slots of a row, S. */
    public int slots() {
        return rows.slots();
    }

    /** The first slot of a field. */
    public int slotOf(int field) {
        return fields.subList(0, field).stream().mapToInt(Field::slots).sum();
    }

    /** Number of rows in a part. */
    public int size(Part part) {
        return split.of(part).length;
    }

    /**
     * Reads some rows of a part; safe from several threads.
     *
     * @param examples positions in the part, each in [0, size(part)), in any order
     * @param index    takes feature numbers, row-major [examples, S]; may be longer
     * @param value    takes values, row-major [examples, S]; may be longer
     */
    public void read(Part part, int[] examples, int[] index, float[] value) {
        rows.read(rowsOf(part, examples), index, value);
    }

    /**
     * Reads the labels of some rows of a part, 0 or 1.
     *
     * @param examples as in {@link #read}
     * @param label    takes one label for each example; may be longer
     */
    public void labels(Part part, int[] examples, float[] label) {
        int[] of = split.of(part);
        for (int i = 0; i < examples.length; i++) {
            label[i] = rows.label(of[examples[i]]);
        }
    }

    /** These rows, divided otherwise. */
    public FieldData withSplit(Split other) {
        return new FieldData(name, fields, rows, other);
    }

    /** One line for people: the sizes. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s: %,d rows of %d fields, %,d features; %s", name, rows.size(), fields.size(), features(), split);
    }

    private int[] rowsOf(Part part, int[] examples) {
        int[] of = split.of(part);
        int[] wanted = new int[examples.length];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = of[examples[i]];
        }
        return wanted;
    }
}
