package org.espalier.data.field;

import java.util.Objects;

/**
 * One of the M fields of a row.
 *
 * @param name     the column's name
 * @param kind     what it holds
 * @param first    its first feature. If rare values share a feature, it is this one: unknown values are counted among the rare
 * @param features number of its features, at least 1: they are {@code first .. first + features - 1}. Ranges of fields do not overlap, except in
 *                 libFM files, whose numbering is the file's own
 * @param slots    features it can hold in one row: 1, or the most values of any row for {@link FieldKind#MULTI_VALUED}
 */
public record Field(String name, FieldKind kind, int first, int features, int slots) {

    /** @throws IllegalArgumentException if a size is not possible */
    public Field {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        if (first < 0 || features < 1 || slots < 1 || slots > 1 && kind != FieldKind.MULTI_VALUED) {
            throw new IllegalArgumentException(kind + " field '" + name + "' of " + features + " features from " + first + " in " + slots + " slots");
        }
    }

    /** The feature after its last. */
    public int end() {
        return first + features;
    }
}
