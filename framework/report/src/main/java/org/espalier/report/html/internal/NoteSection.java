package org.espalier.report.html.internal;

import java.util.stream.Collectors;

import org.espalier.core.run.RunRecord;

/** Remarks of readers and engine. */
final class NoteSection {
    private NoteSection() {
    }

    static String html(RunRecord run) {
        String items = run.notes().stream().distinct().map(n -> "<li>" + Html.escape(n) + "</li>\n").collect(Collectors.joining());
        return items.isEmpty() ? "" : Html.section("notes", "Notes", "<ul>\n" + items + "</ul>\n");
    }
}
