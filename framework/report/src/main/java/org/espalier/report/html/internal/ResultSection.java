package org.espalier.report.html.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.espalier.core.run.ResultRow;
import org.espalier.core.run.RunOutcome;
import org.espalier.core.run.TrialResult;
import org.espalier.report.terminal.Format;

/** Results by variant and sweep point, a place for their picture, and every single trial. */
final class ResultSection {
    private ResultSection() {
    }

    static String html(List<TrialResult> trials) {
        if (trials.isEmpty()) {
            return Html.section("results", "Results", "<p>No trial has ended.</p>\n");
        }
        return Html.section("results", "Results", means(trials) + "<div id=\"metrics\"></div>\n" + Html.details("Every trial", singles(trials)));
    }

    private static String means(List<TrialResult> trials) {
        List<ResultRow> rows = ResultRow.of(trials);
        Set<String> points = union(rows.stream().map(r -> r.point().keySet()));
        Set<String> metrics = union(rows.stream().map(r -> r.metrics().keySet()));
        return Html.table("numbers", titles("variant", points, metrics, "trials", "epochs", "time"), rows.stream().map(r -> {
            List<String> cells = begin(r.variant(), points, r.point());
            metrics.forEach(m -> cells.add(r.metrics().containsKey(m) ? Format.statistic(r.metrics().get(m), r.trials(), "±") : ""));
            cells.addAll(List.of(r.failed() == 0 ? "" + r.trials() : r.trials() + " of " + (r.trials() + r.failed()),
                    r.trials() == 0 ? "" : "" + Math.round(r.epochs()), Format.seconds(r.seconds())));
            return cells;
        }).toList());
    }

    private static String singles(List<TrialResult> trials) {
        Set<String> points = union(trials.stream().map(t -> t.point().keySet()));
        Set<String> metrics = union(trials.stream().map(t -> t.metrics().keySet()));
        List<String> titles = titles("variant", points, Set.of("seed"), metrics.toArray(String[]::new));
        titles.addAll(List.of("epochs", "time", "memory", "outcome"));
        return Html.table("numbers", titles, trials.stream().map(t -> {
            List<String> cells = begin(t.variant(), points, t.point());
            cells.add("" + t.seed());
            metrics.forEach(m -> cells.add(t.metrics().containsKey(m) ? Format.value(t.metrics().get(m)) : ""));
            cells.addAll(List.of("" + t.epochs(), Format.seconds(t.seconds()), Format.bytes(t.memory()), outcome(t)));
            return cells;
        }).toList());
    }

    private static String outcome(TrialResult t) {
        return t.outcome() == RunOutcome.COMPLETED ? t.outcome().words() : t.outcome().words() + ": " + t.message();
    }

    private static List<String> titles(String first, Set<String> points, Set<String> then, String... last) {
        return Stream.of(List.of(first), points, then, List.of(last)).flatMap(Collection::stream).collect(Collectors.toCollection(ArrayList::new));
    }

    private static List<String> begin(String variant, Set<String> points, Map<String, String> point) {
        List<String> cells = new ArrayList<>(List.of(variant));
        points.forEach(key -> cells.add(point.getOrDefault(key, "")));
        return cells;
    }

    private static Set<String> union(Stream<? extends Collection<String>> keys) {
        return keys.flatMap(Collection::stream).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
