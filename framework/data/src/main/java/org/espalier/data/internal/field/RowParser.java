package org.espalier.data.internal.field;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.espalier.data.field.io.FieldSchema;
import org.espalier.data.field.io.LabelColumn;

/** Goes through the rows of a block. For one thread. */
final class RowParser {
    private static final long LINE_ENDS = Bytes.repeated((byte) '\n');

    private final FieldSchema schema;
    private final byte[] comment;
    private final boolean blanksSeparate;
    private final LineCells cells;
    private final LabelCell label;
    private final ColumnCells columns;
    private final Row row;
    private Block block;
    private int at;
    private int line;

    RowParser(FieldSchema schema) {
        this.schema = schema;
        this.comment = schema.format().comment().getBytes(StandardCharsets.UTF_8);
        this.blanksSeparate = schema.format().separator().isBlank();
        this.cells = new LineCells(schema.format());
        this.label = new LabelCell(schema.label());
        this.columns = new ColumnCells(schema);
        this.row = new Row(schema.columns().size());
    }

    void start(Block lines) {
        block = lines;
        at = 0;
        line = 0;
    }

    /** Parses the next row, which is the same object each time; null at the block's end. After a bad line it goes on with the one behind it. */
    Row next() throws BadLine {
        while (at < block.length()) {
            int start = at;
            int end = lineEnd();
            at = end + 1;
            line++;
            int stripped = stripped(start, end);
            if (isRow(start, stripped) && parse(start, stripped)) {
                return row;
            }
        }
        return null;
    }

    /** Lines passed in this block, up to and with the row at hand. */
    int line() {
        return line;
    }

    private int lineEnd() {
        byte[] text = block.text();
        for (int start = at; start < block.length(); start += Long.BYTES) {
            long matches = Bytes.matches(Bytes.word(text, start), LINE_ENDS);
            if (matches != 0) {
                return Math.min(block.length(), start + Bytes.first(matches));
            }
        }
        return block.length();
    }

    private int stripped(int start, int end) {
        byte[] text = block.text();
        int last = end;
        while (last > start && (text[last - 1] == '\r' || blanksSeparate && schema.format().trimmed() && text[last - 1] == ' ')) {
            last--;
        }
        return last;
    }

    private boolean isRow(int start, int end) {
        boolean header = line == 1 && block.startsFile() && schema.format().header();
        return !header && !isBlank(start, end) && !isComment(start, end);
    }

    private boolean isBlank(int start, int end) {
        for (int i = start; i < end; i++) {
            if (block.text()[i] != ' ') {
                return false;
            }
        }
        return true;
    }

    private boolean isComment(int start, int end) {
        return comment.length > 0 && end - start >= comment.length && Arrays.equals(block.text(), start, start + comment.length, comment, 0, comment.length);
    }

    /** False if the row is to be left out. */
    private boolean parse(int start, int end) throws BadLine {
        cells.divide(block.text(), start, end);
        if (cells.count() != schema.format().cells()) {
            throw new BadLine(cells.count() + " cells where " + schema.format().cells() + " were expected, divided by " + shown(schema.format().separator()));
        }
        int meaning = label.of(block.text(), cells.start(schema.label().cell()), cells.length(schema.label().cell()));
        if (meaning == LabelColumn.DROPPED) {
            return false;
        }
        row.clear(meaning);
        columns.read(block, cells, row);
        return true;
    }

    private static String shown(String separator) {
        return separator.equals("\t") ? "tabs" : separator.equals(" ") ? "blanks" : "'" + separator + "'";
    }
}
