package org.espalier.report.terminal;

import java.util.List;

/** How wide the columns of a table become. */
final class ColumnWidths {
    private static final int LEAST = 12;
    private static final int BETWEEN = 3;

    private ColumnWidths() {
    }

    static int[] fit(List<String> titles, List<Boolean> fixed, List<List<String>> rows, int width) {
        int[] widths = natural(titles, rows);
        int excess = total(widths) - width;
        while (excess > 0) {
            int widest = widestFlexible(widths, fixed);
            if (widest < 0) {
                break;
            }
            widths[widest]--;
            excess--;
        }
        return widths;
    }

    private static int[] natural(List<String> titles, List<List<String>> rows) {
        int[] widths = titles.stream().mapToInt(String::length).toArray();
        for (List<String> row : rows) {
            for (int c = 0; c < widths.length; c++) {
                widths[c] = Math.max(widths[c], row.get(c).lines().mapToInt(String::length).max().orElse(0));
            }
        }
        return widths;
    }

    private static int total(int[] widths) {
        int total = BETWEEN * widths.length - 1;
        for (int w : widths) {
            total += w;
        }
        return total;
    }

    private static int widestFlexible(int[] widths, List<Boolean> fixed) {
        int widest = -1;
        for (int c = 0; c < widths.length; c++) {
            boolean canShrink = !fixed.get(c) && widths[c] > LEAST;
            if (canShrink && (widest < 0 || widths[c] > widths[widest])) {
                widest = c;
            }
        }
        return widest;
    }
}
