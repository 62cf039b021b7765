package org.espalier.data.field.io;

import java.util.Map;

/**
 * The column that holds the label.
 *
 * @param name      its name, for messages
 * @param cell      its place in a row, from 0
 * @param spellings what each accepted text means: 0, 1 or {@link #DROPPED}; any other text makes a bad line
 * @param otherwise meaning of a whole number greater than 0 that is not among the spellings; {@link #REFUSED} for none
 */
public record LabelColumn(String name, int cell, Map<String, Integer> spellings, int otherwise) {
    /** The row is left out. */
    public static final int DROPPED = -1;
    /** The row is malformed. */
    public static final int REFUSED = -2;

    public LabelColumn {
        spellings = Map.copyOf(spellings);
    }

    /** Labels 0 and 1. */
    public static LabelColumn binary(String name, int cell) {
        return new LabelColumn(name, cell, Map.of("0", 0, "1", 1), REFUSED);
    }
}
