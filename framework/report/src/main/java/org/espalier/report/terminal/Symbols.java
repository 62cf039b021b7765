package org.espalier.report.terminal;

import java.nio.charset.Charset;
import java.util.Locale;

/** The characters that tables, bars and plots are drawn with. */
public enum Symbols {
    /** Box lines, blocks and braille dots. */
    UNICODE('─', '│', '┼', '━', '─', "▁▂▃▄▅▆▇█", "±", "…", "·"),
    /** For terminals and logs that know nothing else. */
    ASCII('-', '|', '+', '#', '.', "_.-=+*%#", "+-", "...", "-");

    final char horizontal;
    final char vertical;
    final char crossing;
    final char filled;
    final char open;
    final String levels;
    final String plusMinus;
    final String ellipsis;
    final String dot;

    Symbols(char horizontal, char vertical, char crossing, char filled, char open, String levels, String plusMinus, String ellipsis, String dot) {
        this.horizontal = horizontal;
        this.vertical = vertical;
        this.crossing = crossing;
        this.filled = filled;
        this.open = open;
        this.levels = levels;
        this.plusMinus = plusMinus;
        this.ellipsis = ellipsis;
        this.dot = dot;
    }

    /** Those that standard output can show. */
    public static Symbols fitting() {
        return of(System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding", Charset.defaultCharset().name())));
    }

    static Symbols of(String encoding) {
        return encoding.toUpperCase(Locale.ROOT).startsWith("UTF") ? UNICODE : ASCII;
    }
}
