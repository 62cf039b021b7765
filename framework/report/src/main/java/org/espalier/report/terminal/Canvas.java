package org.espalier.report.terminal;

import java.util.Arrays;

/** Characters to draw lines on: each a block of 2 × 4 braille dots, or one letter. */
final class Canvas {
    private static final char EMPTY_BRAILLE = '\u2800';
    /** Bits of a braille character by row and column of its dots. */
    private static final int[][] BITS = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};

    private final int columns;
    private final int rows;
    private final boolean letters;
    private final int[][] dots;
    private final int[][] curve;

    Canvas(int columns, int rows, Plot.Marks marks) {
        this.columns = columns;
        this.rows = rows;
        this.letters = marks == Plot.Marks.LETTERS;
        this.dots = new int[rows][columns];
        this.curve = new int[rows][columns];
        Arrays.stream(curve).forEach(row -> Arrays.fill(row, -1));
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    int dotColumns() {
        return letters ? columns : 2 * columns;
    }

    int dotRows() {
        return letters ? rows : 4 * rows;
    }

    char axis() {
        return letters ? '|' : '│';
    }

    static char letter(int index) {
        return (char) ('a' + index % 26);
    }

    /** A straight line between two dots, both included. */
    void line(int column0, int row0, int column1, int row1, int index) {
        int steps = Math.max(1, Math.max(Math.abs(column1 - column0), Math.abs(row1 - row0)));
        for (int s = 0; s <= steps; s++) {
            dot(column0 + Math.round((float) s * (column1 - column0) / steps), row0 + Math.round((float) s * (row1 - row0) / steps), index);
        }
    }

    private void dot(int column, int row, int index) {
        int c = letters ? column : column / 2;
        int r = letters ? row : row / 4;
        dots[r][c] |= letters ? 1 : BITS[row % 4][column % 2];
        curve[r][c] = index;
    }

    String row(int r, int[] colours) {
        StringBuilder out = new StringBuilder();
        for (int c = 0; c < columns; c++) {
            out.append(letters ? (curve[r][c] < 0 ? " " : String.valueOf(letter(curve[r][c]))) : coloured(r, c, colours));
        }
        return out.toString().stripTrailing();
    }

    private String coloured(int r, int c, int[] colours) {
        return curve[r][c] < 0 ? " " : "\033[" + colours[curve[r][c] % colours.length] + "m" + (char) (EMPTY_BRAILLE + dots[r][c]) + "\033[0m";
    }
}
