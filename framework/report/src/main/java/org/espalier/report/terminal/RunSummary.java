package org.espalier.report.terminal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.espalier.core.claim.Verdict;
import org.espalier.core.run.ResultRow;
import org.espalier.core.run.RunOutcome;
import org.espalier.core.run.RunRecord;
import org.espalier.core.run.TrialResult;

/** What came out of a run, for people. */
public final class RunSummary {
    private RunSummary() {
    }

    /**
     * Title, outcome, results by variant and sweep point, what failed, the claims, where the time went if it was looked at, and where everything lies.
     *
     * @param width greatest width in characters
     */
    public static String text(RunRecord run, int width) {
        return text(run, width, Symbols.fitting());
    }

    static String text(RunRecord run, int width, Symbols symbols) {
        StringBuilder out = new StringBuilder();
        out.append(run.title()).append('\n').append(run.id()).append(", ").append(ending(run)).append("\n\n");
        ResultTable results = new ResultTable(ResultRow.of(run.trials()), symbols);
        out.append(results.isEmpty() ? "No trial has ended.\n" : results.text(width));
        out.append(failures(run.trials(), width));
        if (!run.verdicts().isEmpty()) {
            out.append('\n').append(claims(run.verdicts(), width, symbols));
        }
        out.append(ProfileTable.text(run.profiles(), width, symbols));
        run.notes().stream().distinct().forEach(note -> out.append("\nNote: ").append(note));
        out.append(run.notes().isEmpty() ? "" : "\n").append('\n').append(places(run));
        return out.toString();
    }

    /** The claims with verdict, the measured value with its 95 % interval, what was claimed and what was published. */
    public static String claims(List<Verdict> verdicts, int width) {
        return claims(verdicts, width, Symbols.fitting());
    }

    static String claims(List<Verdict> verdicts, int width, Symbols symbols) {
        TextTable table = new TextTable().left("claim").left("verdict").right("measured").right("claimed").left("published");
        verdicts.forEach(v -> table.row(v.says(), v.decision().words(), measured(v), v.bound(), v.published()));
        return table.text(width, symbols) + reasons(verdicts, width);
    }

    /** Each reason once, behind the claims that it keeps open. */
    private static String reasons(List<Verdict> verdicts, int width) {
        Map<String, List<String>> claims = new LinkedHashMap<>();
        verdicts.forEach(v -> v.reason().ifPresent(reason -> claims.computeIfAbsent(reason, r -> new ArrayList<>()).add(v.claim())));
        return claims.entrySet().stream().map(e -> String.join("\n    ", Wrapping.lines("Not decided, " + String.join(", ", e.getValue()) + ": " + e.getKey(), width - 4)) + "\n")
                .collect(Collectors.joining());
    }

    private static String measured(Verdict v) {
        if (Double.isNaN(v.measured())) {
            return "";
        }
        return Format.value(v.measured()) + (v.low() < v.high() ? " [" + Format.value(v.low()) + ", " + Format.value(v.high()) + "]" : "");
    }

    private static String ending(RunRecord run) {
        String how = run.outcome().map(RunOutcome::words).orElse("not ended");
        return run.ended().map(end -> how + " in " + Format.seconds(Duration.between(run.started(), end).toMillis() / 1e3)).orElse(how);
    }

    private static String failures(List<TrialResult> trials, int width) {
        return trials.stream().filter(t -> t.outcome() != RunOutcome.COMPLETED)
                .map(t -> "\n" + String.join("\n    ", Wrapping.lines(t.trial() + " " + t.outcome().words() + ": " + t.message(), width - 4)))
                .collect(Collectors.joining("", "", trials.stream().allMatch(t -> t.outcome() == RunOutcome.COMPLETED) ? "" : "\n"));
    }

    private static String places(RunRecord run) {
        return "Run folder  " + run.folder() + "\nReport      " + run.folder().resolve("report.html") + "\n";
    }
}
