package org.espalier.data.internal.field;

import org.espalier.data.field.io.TextFormat;

/** The cells of the line at hand. Cells beyond the expected ones are counted only. */
final class LineCells {
    private final byte[] separator;
    private final long pattern;
    private final boolean trimmed;
    private final boolean quoted;
    private final int[] start;
    private final int[] end;
    private int count;

    LineCells(TextFormat format) {
        separator = format.separator().getBytes(format.charset());
        pattern = Bytes.repeated(separator[0]);
        trimmed = format.trimmed();
        quoted = format.quoted();
        start = new int[format.cells()];
        end = new int[format.cells()];
    }

    /** Divides a line. */
    void divide(byte[] text, int from, int to) throws BadLine {
        count = 0;
        if (quoted || separator.length > 1) {
            divideByBytes(text, from, to);
        } else {
            divideByWords(text, from, to);
        }
    }

    private void divideByWords(byte[] text, int from, int to) {
        int cell = from;
        for (int word = from; word < to; word += Long.BYTES) {
            for (long matches = Bytes.matches(Bytes.word(text, word), pattern); matches != 0; matches &= matches - 1) {
                int end = word + Bytes.first(matches);
                if (end >= to) {
                    break;
                }
                add(text, cell, end);
                cell = end + 1;
            }
        }
        add(text, cell, to);
    }

    private void divideByBytes(byte[] text, int from, int to) throws BadLine {
        int cell = from;
        boolean open = false;
        for (int i = from; i < to; i++) {
            byte c = text[i];
            if (c == separator[0] && !open && matches(text, i, to)) {
                add(text, cell, i);
                cell = i + separator.length;
                i = cell - 1;
            } else if (c == '"' && quoted) {
                open = !open;
            }
        }
        if (open) {
            throw new BadLine("a quote is opened and not closed");
        }
        add(text, cell, to);
    }

    int count() {
        return count;
    }

    int start(int cell) {
        return start[cell];
    }

    int length(int cell) {
        return end[cell] - start[cell];
    }

    private boolean matches(byte[] text, int at, int to) {
        for (int i = 1; i < separator.length; i++) {
            if (at + i >= to || text[at + i] != separator[i]) {
                return false;
            }
        }
        return true;
    }

    private void add(byte[] text, int from, int to) {
        if (count < start.length) {
            start[count] = from;
            end[count] = to;
            if (trimmed) {
                trim(text, count);
            }
            if (quoted && end[count] - start[count] >= 2 && text[start[count]] == '"') {
                unquote(text, count);
            }
        }
        count++;
    }

    private void trim(byte[] text, int cell) {
        while (start[cell] < end[cell] && text[start[cell]] == ' ') {
            start[cell]++;
        }
        while (start[cell] < end[cell] && text[end[cell] - 1] == ' ') {
            end[cell]--;
        }
    }

    /** Moves the characters together, in place: a doubled quote is one quote, a single one is none. */
    private void unquote(byte[] text, int cell) {
        int kept = start[cell];
        for (int i = start[cell]; i < end[cell]; i++) {
            boolean doubled = text[i] == '"' && i > start[cell] && i + 1 < end[cell] && text[i + 1] == '"';
            if (doubled || text[i] != '"') {
                text[kept++] = text[i];
            }
            i += doubled ? 1 : 0;
        }
        end[cell] = kept;
    }
}
