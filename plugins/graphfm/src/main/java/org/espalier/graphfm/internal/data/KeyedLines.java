package org.espalier.graphfm.internal.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.espalier.data.field.io.Lookup;
import org.espalier.data.field.io.TextLines;

/** A MovieLens file of users or movies: a key and a few columns per line, divided by {@code ::}, in Latin-1. */
final class KeyedLines {
    private static final Pattern YEAR = Pattern.compile("\\((\\d{4})\\)\\s*$");
    private static final int FIRST_DECADE_END = 1930;
    private static final int DECADES_END = 1970;

    private final Map<String, byte[][]> columns = new HashMap<>();

    /** Makes columns of the parts of a line, the key first. */
    private interface Reading {
        String[] columns(String[] parts);
    }

    private KeyedLines() {
    }

    /** Gender, age, occupation and zip code by user. */
    static KeyedLines users(Path file, boolean skipBad, Consumer<String> remarks) throws IOException {
        return read(file, 5, parts -> new String[] {parts[1], parts[2], parts[3], parts[4]}, skipBad, remarks);
    }

    /** Release period and genres by movie. */
    static KeyedLines movies(Path file, boolean skipBad, Consumer<String> remarks) throws IOException {
        return read(file, 3, parts -> new String[] {period(parts[1]), parts[2]}, skipBad, remarks);
    }

    /** A column, by key. */
    Lookup column(int column) {
        return (text, start, length) -> {
            byte[][] found = columns.get(new String(text, start, length, StandardCharsets.ISO_8859_1));
            return found == null ? null : found[column];
        };
    }

    private static KeyedLines read(Path path, int parts, Reading reading, boolean skipBad, Consumer<String> remarks) throws IOException {
        KeyedLines lines = new KeyedLines();
        BadTableLines bad = new BadTableLines(path, skipBad);
        TextLines.each(path, StandardCharsets.ISO_8859_1, (number, line) -> bad.look(number, line.isBlank() ? "" : lines.add(line, parts, reading)));
        bad.tell(remarks);
        return lines;
    }

    /** Returns what is wrong; empty if nothing is. */
    private String add(String line, int expected, Reading reading) {
        String[] parts = line.split("::", -1);
        if (parts.length != expected) {
            return parts.length + " parts where " + expected + " were expected, divided by '::'";
        }
        String[] read = reading.columns(parts);
        byte[][] bytes = new byte[read.length][];
        for (int i = 0; i < read.length; i++) {
            if (read[i] == null) {
                return "the title '" + parts[1] + "' does not end in a year, (YYYY)";
            }
            bytes[i] = read[i].getBytes(StandardCharsets.ISO_8859_1);
        }
        columns.put(parts[0], bytes);
        return "";
    }

    /** The years to 1929, then decades, from 1970 on single years; null if the title has none. */
    private static String period(String title) {
        Matcher matcher = YEAR.matcher(title);
        if (!matcher.find()) {
            return null;
        }
        int year = Integer.parseInt(matcher.group(1));
        return year < FIRST_DECADE_END ? "1919-1929" : year < DECADES_END ? year / 10 * 10 + "s" : Integer.toString(year);
    }
}
