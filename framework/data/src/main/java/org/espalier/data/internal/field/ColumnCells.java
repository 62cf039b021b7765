package org.espalier.data.internal.field;

import java.util.Arrays;
import java.util.List;

import org.espalier.data.field.io.Column;
import org.espalier.data.field.io.FieldSchema;

/** Reads the cells of a row's columns: looks keys up, tells what is missing, parses numbers, divides sets of values. */
final class ColumnCells {
    private static final byte[] NONE = {};

    private final FieldSchema schema;
    private final List<Column> columns;
    private final byte[][] missing;
    private final byte[][] separators;

    ColumnCells(FieldSchema schema) {
        this.schema = schema;
        this.columns = schema.columns();
        this.missing = schema.format().missing().stream().map(mark -> mark.getBytes(schema.format().charset())).toArray(byte[][]::new);
        this.separators = columns.stream().map(column -> column.separator().getBytes(schema.format().charset())).toArray(byte[][]::new);
    }

    /** Reads all columns of the row whose cells these are. */
    void read(Block block, LineCells cells, Row row) throws BadLine {
        for (int c = 0; c < separators.length; c++) {
            Column column = columns.get(c);
            int start = cells.start(column.cell());
            int length = cells.length(column.cell());
            if (column.lookup().isPresent()) {
                byte[] found = lookedUp(column, block.text(), start, length);
                start = block.append(found);
                length = found.length;
            }
            if (isMissing(block.text(), start, length)) {
                row.end(c, 0, Row.MISSING);
            } else {
                readPresent(c, block.text(), start, length, row);
            }
        }
    }

    private void readPresent(int c, byte[] text, int start, int length, Row row) throws BadLine {
        Column column = columns.get(c);
        switch (column.form()) {
            case NUMBER -> row.end(c, 0, number(column, text, start, length));
            case VALUE -> {
                row.addValue(start, length);
                row.end(c, 0, 1);
            }
            case VALUES -> {
                addValues(separators[c], text, start, length, row);
                row.end(c, 0, 1);
            }
            case FEATURE -> readFeature(c, text, start, length, row);
        }
    }

    private double number(Column column, byte[] text, int start, int length) throws BadLine {
        double number = Numbers.parse(text, start, length);
        if (Double.isNaN(number)) {
            throw new BadLine("'" + shown(text, start, length) + "' in column '" + column.name() + "' is not a finite number");
        }
        return column.logSquare() ? Numbers.logSquare(number) : number;
    }

    private void readFeature(int c, byte[] text, int start, int length, Row row) throws BadLine {
        int colon = start;
        while (colon < start + length && text[colon] != ':') {
            colon++;
        }
        if (colon == start + length) {
            throw new BadLine("'" + shown(text, start, length) + "' has no ':'; feature:value was expected");
        }
        double feature = Numbers.parse(text, start, colon - start);
        int limit = columns.get(c).limit();
        if (!(feature >= 0 && feature < limit && feature == Math.rint(feature))) {
            throw new BadLine("'" + shown(text, start, colon - start) + "' is not the number of a feature, from 0 to " + (limit - 1));
        }
        row.end(c, (int) feature, number(columns.get(c), text, colon + 1, start + length - colon - 1));
    }

    private static void addValues(byte[] separator, byte[] text, int start, int length, Row row) {
        int from = start;
        for (int i = start; i <= start + length; i++) {
            boolean divides = i + separator.length <= start + length && Arrays.equals(text, i, i + separator.length, separator, 0, separator.length);
            if (i == start + length || divides) {
                if (i > from) {
                    row.addValue(from, i - from);
                }
                from = i + separator.length;
                i = divides ? from - 1 : i;
            }
        }
    }

    private byte[] lookedUp(Column column, byte[] text, int start, int length) throws BadLine {
        if (length == 0) {
            return NONE;
        }
        byte[] found = column.lookup().orElseThrow().find(text, start, length);
        if (found == null) {
            throw new BadLine("'" + shown(text, start, length) + "' is unknown: there is no " + column.name() + " for it");
        }
        return found;
    }

    private boolean isMissing(byte[] text, int start, int length) {
        if (length == 0) {
            return true;
        }
        for (byte[] mark : missing) {
            if (Arrays.equals(text, start, start + length, mark, 0, mark.length)) {
                return true;
            }
        }
        return false;
    }

    private String shown(byte[] text, int start, int length) {
        return new String(text, start, length, schema.format().charset());
    }
}
