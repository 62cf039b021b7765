package org.espalier.shell.internal.command;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.espalier.api.error.InputException;
import org.espalier.core.run.EpochRecord;
import org.espalier.core.run.RunRecord;
import org.espalier.core.run.Statistic;
import org.espalier.core.run.TrialResult;
import org.espalier.report.terminal.Plot;
import org.espalier.shell.internal.verb.Console;
import org.espalier.shell.internal.verb.Slips;

/** The curves of a run: for each measured value a plot with one line, the mean over seeds, for each variant and sweep point. */
final class CurvePlot {
    private static final int HEIGHT = 14;
    private static final int GREATEST_WIDTH = 110;

    private final Map<String, String> labels;
    private final List<EpochRecord> epochs;

    CurvePlot(RunRecord run, List<EpochRecord> epochs) {
        this.labels = run.trials().stream().collect(Collectors.toMap(TrialResult::trial, CurvePlot::label, (a, b) -> b));
        this.epochs = epochs;
    }

    String text(Optional<String> value, Console console) {
        Set<String> all = epochs.stream().flatMap(e -> e.values().keySet().stream()).collect(Collectors.toCollection(LinkedHashSet::new));
        if (value.filter(v -> !all.contains(v)).isPresent()) {
            throw new InputException("The run measured no '" + value.get() + "' but " + String.join(", ", all) + "." + Slips.hint(value.get(), all));
        }
        Plot.Marks marks = console.terminal().isPresent() ? Plot.Marks.COLOURED_DOTS : Plot.Marks.LETTERS;
        int width = Math.min(console.width(), GREATEST_WIDTH);
        return all.isEmpty() ? "The run has reported no epoch yet."
                : (value.isPresent() ? List.of(value.get()) : List.copyOf(all)).stream().map(v -> Plot.text(v, curves(v), width, HEIGHT, marks)).collect(Collectors.joining("\n"));
    }

    private List<Plot.Curve> curves(String value) {
        Map<String, List<EpochRecord>> groups = epochs.stream().filter(e -> e.values().containsKey(value))
                .collect(Collectors.groupingBy(e -> labels.getOrDefault(e.trial(), e.trial()), LinkedHashMap::new, Collectors.toList()));
        return groups.entrySet().stream().map(g -> curve(g.getKey(), g.getValue(), value)).toList();
    }

    private static Plot.Curve curve(String label, List<EpochRecord> records, String value) {
        Map<Integer, Double> means = records.stream().collect(Collectors.groupingBy(EpochRecord::epoch, TreeMap::new,
                Collectors.collectingAndThen(Collectors.mapping(e -> e.values().get(value), Collectors.toList()), values -> Statistic.of(values).mean())));
        return new Plot.Curve(label, means.keySet().stream().mapToDouble(Integer::doubleValue).toArray(), means.values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static String label(TrialResult trial) {
        String point = trial.point().entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).collect(Collectors.joining(","));
        String label = trial.variant().isEmpty() || point.isEmpty() ? trial.variant() + point : trial.variant() + "," + point;
        return label.isEmpty() ? "mean over seeds" : label;
    }
}
