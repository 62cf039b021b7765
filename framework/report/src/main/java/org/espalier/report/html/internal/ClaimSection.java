package org.espalier.report.html.internal;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.espalier.core.claim.Verdict;
import org.espalier.report.terminal.Format;

/** The claims: verdict, measured beside published, and a place for the picture of interval and bound. */
final class ClaimSection {
    private ClaimSection() {
    }

    static String html(List<Verdict> verdicts) {
        return Html.section("claims", "Claims", IntStream.range(0, verdicts.size()).mapToObj(i -> claim(verdicts.get(i), i)).collect(Collectors.joining()));
    }

    private static String claim(Verdict v, int index) {
        return "<article class=\"claim " + kind(v.decision()) + "\">\n<h3>" + Html.escape(v.says()) + "</h3><span class=\"badge " + kind(v.decision()) + "\">"
                + Html.escape(v.decision().words()) + "</span>\n<div class=\"interval\" data-claim=\"" + index + "\"></div>\n<dl>"
                + entry("measured", Double.isNaN(v.measured()) ? "nothing" : measured(v))
                + entry("claimed", v.check()) + entry("published", v.published()) + v.reason().map(r -> entry("not decided because", r)).orElse("") + "</dl>\n</article>\n";
    }

    private static String measured(Verdict v) {
        String interval = v.low() < v.high() ? ", 95 % interval [" + Format.value(v.low()) + ", " + Format.value(v.high()) + "]" : "";
        return Format.value(v.measured()) + interval + " over " + Format.count(v.seeds(), "seed");
    }

    private static String entry(String name, String text) {
        return "<dt>" + Html.escape(name) + "</dt><dd>" + Html.escape(text) + "</dd>";
    }

    private static String kind(Verdict.Decision decision) {
        return switch (decision) {
            case HOLDS -> "good";
            case DOES_NOT_HOLD -> "bad";
            case NOT_DECIDED, REPORTED -> "open";
        };
    }
}
