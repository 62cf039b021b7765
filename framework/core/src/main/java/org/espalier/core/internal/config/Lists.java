package org.espalier.core.internal.config;

import java.util.Arrays;
import java.util.List;

/** Lists as they are written in one value: {@code [a, b]} or {@code a, b}. */
public final class Lists {
    private Lists() {
    }

    public static List<String> parse(String text) {
        String inner = isList(text) ? text.substring(1, text.length() - 1) : text;
        return inner.isBlank() ? List.of() : Arrays.stream(inner.split(",")).map(String::strip).toList();
    }

    public static String write(List<String> items) {
        return "[" + String.join(", ", items) + "]";
    }

    /** Whether a value is written with brackets. */
    public static boolean isList(String text) {
        return text.startsWith("[") && text.endsWith("]");
    }
}
