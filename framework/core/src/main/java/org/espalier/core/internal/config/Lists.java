package org.espalier.core.internal.config;

import java.util.ArrayList;
import java.util.List;

import org.espalier.api.error.InputException;

/** Lists as they are written in one value: {@code [a, b]} or {@code a, b}. An item may be a list itself, {@code [a, b]}, or quoted, {@code "a, b"}. */
public final class Lists {
    private static final char QUOTE = '"';

    private Lists() {
    }

    /** @throws InputException if a bracket or a quote lacks its other */
    public static List<String> parse(String text) {
        String inner = isList(text) ? text.substring(1, text.length() - 1) : text;
        return inner.isBlank() ? List.of() : pieces(inner, text).stream().map(String::strip).map(Lists::unquoted).toList();
    }

    /** The list of items, those quoted that would not be read as they are. */
    public static String write(List<String> items) {
        return join(items.stream().map(Lists::write).toList());
    }

    /** An item, quoted if it would not be read as it is. */
    public static String write(String item) {
        return item.indexOf(QUOTE) < 0 && (item.matches(".*[,\\[\\]].*") || !item.equals(item.strip())) ? QUOTE + item + QUOTE : item;
    }

    /** The list of items that are written already. */
    public static String join(List<String> written) {
        return "[" + String.join(", ", written) + "]";
    }

    /** Whether a value is written with brackets, the last of which closes the first. */
    public static boolean isList(String text) {
        if (!text.startsWith("[") || !text.endsWith("]")) {
            return false;
        }
        Nesting nesting = new Nesting();
        for (int i = 0; i < text.length() - 1; i++) {
            nesting.read(text.charAt(i));
            if (nesting.outside()) {
                return false;
            }
        }
        return true;
    }

    private static List<String> pieces(String inner, String text) {
        List<String> pieces = new ArrayList<>();
        Nesting nesting = new Nesting();
        int start = 0;
        for (int i = 0; i < inner.length(); i++) {
            if (inner.charAt(i) == ',' && nesting.outside()) {
                pieces.add(inner.substring(start, i));
                start = i + 1;
            }
            nesting.read(inner.charAt(i));
        }
        if (!nesting.outside()) {
            throw new InputException("A bracket or quote in the list '" + text + "' is without its other: write [a, b], [[a, b], [c, d]] for lists in a list, or \"a, b\" for text with commas or brackets");
        }
        pieces.add(inner.substring(start));
        return pieces;
    }

    private static String unquoted(String item) {
        return item.length() > 1 && item.charAt(0) == QUOTE && item.charAt(item.length() - 1) == QUOTE ? item.substring(1, item.length() - 1) : item;
    }

    /** How deep in brackets, and whether in quotes, reading is; below 0 for good behind a bracket that closes none. */
    private static final class Nesting {
        private int depth;
        private boolean quoted;

        void read(char character) {
            if (character == QUOTE) {
                quoted = !quoted;
            } else if (!quoted && depth >= 0) {
                depth += character == '[' ? 1 : character == ']' ? -1 : 0;
            }
        }

        boolean outside() {
            return depth == 0 && !quoted;
        }
    }
}
