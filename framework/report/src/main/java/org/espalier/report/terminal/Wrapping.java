package org.espalier.report.terminal;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines: between words, or inside one that is too long for a line. */
public final class Wrapping {
    private Wrapping() {
    }

    /** The lines of a text, none longer than the width; one empty line for an empty text. */
    public static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        text.lines().forEach(line -> wrap(line, Math.max(1, width), lines));
        return lines.isEmpty() ? List.of("") : lines;
    }

    private static void wrap(String line, int width, List<String> lines) {
        String rest = line;
        while (rest.length() > width) {
            int space = rest.lastIndexOf(' ', width);
            int end = space > 0 ? space : width;
            lines.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        lines.add(rest);
    }
}
