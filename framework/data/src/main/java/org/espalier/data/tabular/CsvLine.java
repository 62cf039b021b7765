package org.espalier.data.tabular;

import java.util.ArrayList;
import java.util.List;

import org.espalier.api.error.DataException;

/** Divides one line into cells. */
final class CsvLine {
    private final String text;
    private final List<String> cells = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private boolean quoted;

    private CsvLine(String text) {
        this.text = text;
    }

    /** @throws DataException if a quote stays open */
    static List<String> cells(String file, int line, String text) {
        CsvLine reading = new CsvLine(text);
        for (int i = 0; i < text.length(); i++) {
            i += reading.take(i);
        }
        if (reading.quoted) {
            throw DataException.atLine(file, line, "a quote is opened and not closed");
        }
        reading.endCell();
        return reading.cells;
    }

    /** Takes the character at {@code i}; returns how many more it took. */
    private int take(int i) {
        char c = text.charAt(i);
        boolean doubledQuote = quoted && text.startsWith("\"\"", i);
        if (c == '"' && !doubledQuote) {
            quoted = !quoted;
        } else if (c == ',' && !quoted) {
            endCell();
        } else {
            cell.append(c);
        }
        return doubledQuote ? 1 : 0;
    }

    private void endCell() {
        cells.add(cell.toString().strip());
        cell.setLength(0);
    }
}
