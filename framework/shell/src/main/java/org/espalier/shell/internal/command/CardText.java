package org.espalier.shell.internal.command;

import java.util.List;
import java.util.stream.Collectors;

import org.espalier.core.paper.PaperCard;
import org.espalier.report.terminal.TextTable;
import org.espalier.report.terminal.Wrapping;

/** A paper's card for people. */
final class CardText {
    private static final int GREATEST_WIDTH = 100;

    private CardText() {
    }

    static String of(PaperCard card, int width) {
        int lines = Math.min(width, GREATEST_WIDTH);
        return card.title() + "\n" + wrapped(String.join(", ", card.authors()), lines)
                + card.year() + ", arXiv " + card.arxiv() + card.code().map(c -> "\ncode: " + c).orElse("") + "\n\n"
                + wrapped(card.summary(), lines) + section("What is reproduced here", items(card.reproduced(), lines)) + section("Experiments", items(card.experiments(), lines))
                + card.tables().stream().map(t -> section(t.name() + ": " + t.caption(), table(t, width))).collect(Collectors.joining());
    }

    private static String section(String title, String text) {
        return text.isEmpty() ? "" : "\n" + title + "\n" + text;
    }

    private static String items(List<String> items, int width) {
        return items.stream().map(item -> "- " + String.join("\n  ", Wrapping.lines(item, width - 2)) + "\n").collect(Collectors.joining());
    }

    private static String wrapped(String text, int width) {
        return String.join("\n", Wrapping.lines(text, width)) + "\n";
    }

    private static String table(PaperCard.Table published, int width) {
        if (published.rows().isEmpty()) {
            return "The numbers are not available.\n";
        }
        TextTable table = new TextTable();
        List<String> head = published.rows().get(0);
        head.stream().limit(1).forEach(table::left);
        head.stream().skip(1).forEach(table::right);
        published.rows().stream().skip(1).forEach(row -> table.row(cells(row, head.size())));
        return table.text(width);
    }

    /** Rows as long as the head, whatever the card's author left out. */
    private static Object[] cells(List<String> row, int size) {
        Object[] cells = new Object[size];
        for (int i = 0; i < size; i++) {
            cells[i] = i < row.size() ? row.get(i) : "";
        }
        return cells;
    }
}
