package org.espalier.report.terminal;

import java.io.PrintStream;
import java.util.List;

/** A terminal's last lines, redrawn in place below the lines that stay. */
final class Screen {
    private static final String UP = "\033[%dA";
    private static final String CLEAR_BELOW = "\r\033[J";

    private final PrintStream out;
    private List<String> drawn = List.of();

    Screen(PrintStream out) {
        this.out = out;
    }

    /** Prints a line that stays, above those drawn. */
    void line(String text) {
        List<String> below = drawn;
        show(erasure() + text + System.lineSeparator() + block(below));
        drawn = below;
    }

    void draw(List<String> lines) {
        show(erasure() + block(lines));
        drawn = List.copyOf(lines);
    }

    void clear() {
        if (!drawn.isEmpty()) {
            draw(List.of());
        }
    }

    private String erasure() {
        return drawn.isEmpty() ? "" : String.format(UP, drawn.size()) + CLEAR_BELOW;
    }

    private static String block(List<String> lines) {
        return lines.isEmpty() ? "" : String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }

    /** In one piece, so that nothing flickers. */
    private void show(String text) {
        if (!text.isEmpty()) {
            out.print(text);
            out.flush();
        }
    }
}
