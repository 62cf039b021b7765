package org.espalier.report.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table in plain text. Columns are added first, then rows; columns of words are wrapped where the table would be wider than allowed,
 * columns of numbers never. Not safe for several threads.
 */
public final class TextTable {
    private final List<String> titles = new ArrayList<>();
    private final List<Boolean> rightAligned = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    /** Adds a column of words. */
    public TextTable left(String title) {
        return column(title, false);
    }

    /** Adds a column of numbers. */
    public TextTable right(String title) {
        return column(title, true);
    }

    private TextTable column(String title, boolean right) {
        titles.add(title);
        rightAligned.add(right);
        return this;
    }

    /** Adds a row: one cell for each column, shown by {@code toString}, null as nothing. */
    public TextTable row(Object... cells) {
        if (cells.length != titles.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + titles.size() + " columns");
        }
        rows.add(Arrays.stream(cells).map(cell -> cell == null ? "" : cell.toString()).toList());
        return this;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The table with the symbols that standard output can show. */
    public String text(int width) {
        return text(width, Symbols.fitting());
    }

    /**
     * The table as lines, each ended by a line feed.
     *
     * @param width greatest width in characters; exceeded only if the columns of numbers need it
     */
    public String text(int width, Symbols symbols) {
        int[] widths = ColumnWidths.fit(titles, rightAligned, rows, width);
        StringBuilder out = new StringBuilder();
        append(out, titles, widths, symbols);
        out.append(Arrays.stream(widths).mapToObj(w -> String.valueOf(symbols.horizontal).repeat(w + 2))
                .collect(Collectors.joining(String.valueOf(symbols.crossing)))).append('\n');
        rows.forEach(row -> append(out, row, widths, symbols));
        return out.toString();
    }

    private void append(StringBuilder out, List<String> cells, int[] widths, Symbols symbols) {
        List<List<String>> wrapped = IntStream.range(0, widths.length).mapToObj(c -> Wrapping.lines(cells.get(c), widths[c])).toList();
        int height = wrapped.stream().mapToInt(List::size).max().orElse(1);
        for (int line = 0; line < height; line++) {
            int l = line;
            String text = IntStream.range(0, widths.length)
                    .mapToObj(c -> " " + padded(l < wrapped.get(c).size() ? wrapped.get(c).get(l) : "", widths[c], rightAligned.get(c)) + " ")
                    .collect(Collectors.joining(String.valueOf(symbols.vertical)));
            out.append(text.stripTrailing()).append('\n');
        }
    }

    private static String padded(String text, int width, boolean right) {
        String spaces = " ".repeat(Math.max(0, width - text.length()));
        return right ? spaces + text : text + spaces;
    }
}
