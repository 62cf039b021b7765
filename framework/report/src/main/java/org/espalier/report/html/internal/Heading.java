package org.espalier.report.html.internal;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.espalier.core.run.RunOutcome;
import org.espalier.core.run.RunRecord;
import org.espalier.report.terminal.Format;

/** Title, outcome and the run's dates. */
final class Heading {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH).withZone(ZoneId.systemDefault());

    private Heading() {
    }

    static String html(RunRecord run) {
        String outcome = run.outcome().map(RunOutcome::words).orElse("not ended");
        String kind = run.outcome().map(o -> o == RunOutcome.COMPLETED ? "good" : "bad").orElse("open");
        return "<p class=\"eyebrow\">" + Html.escape(run.id()) + "</p>\n<h1>" + Html.escape(run.title()) + "</h1>\n<p class=\"facts\"><span class=\"badge " + kind
                + "\">" + Html.escape(outcome) + "</span>" + String.join("", facts(run).stream().map(f -> "<span>" + Html.escape(f) + "</span>").toList()) + "</p>\n";
    }

    private static List<String> facts(RunRecord run) {
        List<String> facts = new ArrayList<>();
        facts.add(Format.count(run.trials().size(), "trial"));
        facts.add(TIME.format(run.started()));
        run.ended().ifPresent(end -> facts.add("took " + Format.seconds(Duration.between(run.started(), end).toMillis() / 1e3)));
        run.paper().ifPresent(paper -> facts.add("paper " + paper));
        return facts;
    }
}
