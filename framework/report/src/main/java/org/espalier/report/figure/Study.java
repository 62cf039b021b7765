package org.espalier.report.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.espalier.core.run.RunOutcome;
import org.espalier.core.run.RunRecord;
import org.espalier.core.run.Statistic;
import org.espalier.core.run.TrialResult;

/**
 * A metric over a key whose values are numbers.
 *
 * @param metric the metric
 * @param key    the key that was swept, or in which variants differ
 * @param lines  one for each variant and each combination of the other keys
 */
public record Study(String metric, String key, List<Line> lines) {
    /**
     * How the metric changes with the key.
     *
     * @param label variant and other keys; may be empty
     * @param at    the key's values, ascending, with the metric's statistics over seeds
     */
    public record Line(String label, SortedMap<Double, Statistic> at) {
    }

    /** Every metric of a run over every axis that has at least two numbers. */
    public static List<Study> of(RunRecord run) {
        List<TrialResult> done = run.trials().stream().filter(trial -> trial.outcome() == RunOutcome.COMPLETED).toList();
        List<String> metrics = done.stream().flatMap(trial -> trial.metrics().keySet().stream()).distinct().toList();
        List<Study> studies = new ArrayList<>();
        for (StudyAxis axis : StudyAxis.of(run, done)) {
            for (String metric : metrics) {
                List<Line> lines = lines(metric, axis, done);
                if (lines.stream().anyMatch(line -> line.at().size() > 1)) {
                    studies.add(new Study(metric, axis.key(), lines));
                }
            }
        }
        return studies;
    }

    private static List<Line> lines(String metric, StudyAxis axis, List<TrialResult> done) {
        Map<String, SortedMap<Double, List<Double>>> values = new LinkedHashMap<>();
        for (TrialResult trial : done) {
            StudyAxis.Place place = axis.places().get(trial.trial());
            Double value = trial.metrics().get(metric);
            if (place != null && value != null && Double.isFinite(value)) {
                values.computeIfAbsent(place.line(), k -> new TreeMap<>()).computeIfAbsent(place.at(), k -> new ArrayList<>()).add(value);
            }
        }
        List<Line> lines = new ArrayList<>();
        values.forEach((label, at) -> {
            SortedMap<Double, Statistic> statistics = new TreeMap<>();
            at.forEach((x, list) -> statistics.put(x, Statistic.of(list)));
            lines.add(new Line(label, statistics));
        });
        return lines;
    }
}
