package org.espalier.graphfm.internal.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.espalier.api.dataset.Part;
import org.espalier.data.field.Field;
import org.espalier.data.field.FieldData;
import org.espalier.data.field.FieldKind;

/** A row for people: {@code age 0.47, education Bachelors, workclass missing}. */
final class RowText {
    private RowText() {
    }

    /** @param example its place in the part, from 0 */
    static String of(FieldData data, Part part, int example) {
        int[] index = new int[data.slots()];
        float[] value = new float[data.slots()];
        data.read(part, new int[] {example}, index, value);
        List<String> texts = new ArrayList<>();
        int slot = 0;
        for (Field field : data.fields()) {
            texts.add(field.name() + " " + (field.kind() == FieldKind.NUMERIC ? String.format(Locale.ROOT, "%.4g", value[slot]) : values(data, index, value, slot, slot + field.slots())));
            slot += field.slots();
        }
        return String.join(", ", texts);
    }

    private static String values(FieldData data, int[] index, float[] value, int from, int to) {
        List<String> values = new ArrayList<>();
        for (int slot = from; slot < to; slot++) {
            int feature = index[slot];
            if (value[slot] != 0) {
                values.add(data.rows().featureName(feature).orElse("feature " + feature));
            }
        }
        return values.isEmpty() ? "missing" : String.join("|", values);
    }
}
