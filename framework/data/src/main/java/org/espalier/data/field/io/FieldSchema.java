package org.espalier.data.field.io;

import java.util.List;

/**
 * What the columns of a text are.
 *
 * @param format  how it is divided into rows and cells
 * @param label   the label's column
 * @param columns those that become fields, in the order of the fields; the others are not read
 */
public record FieldSchema(TextFormat format, LabelColumn label, List<Column> columns) {
    public FieldSchema {
        columns = List.copyOf(columns);
        for (Column column : columns) {
            if (column.cell() < 0 || column.cell() >= format.cells()) {
                throw new IllegalArgumentException("Column '" + column.name() + "' is in cell " + column.cell() + " of " + format.cells());
            }
        }
    }
}
