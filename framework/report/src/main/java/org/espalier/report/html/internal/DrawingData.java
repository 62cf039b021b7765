package org.espalier.report.html.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.espalier.core.claim.Verdict;
import org.espalier.core.run.EpochRecord;
import org.espalier.core.run.RunRecord;
import org.espalier.core.run.TrialResult;
import org.espalier.report.html.internal.Pictures.Picture;
import org.espalier.report.html.internal.Pictures.StudyPicture;

/**
 * What the page's script draws.
 *
 * @param groups  labels of variants and sweep points, in the order of their colours
 * @param metrics every trial's values by metric
 * @param charts  curves by stage and measured value
 * @param claims  verdicts in the order of the page
 * @param studies metrics over numeric keys
 * @param figures what trained models showed
 */
record DrawingData(List<String> groups, List<MetricValues> metrics, List<Chart> charts, List<Verdict> claims, List<StudyPicture> studies,
        List<Picture> figures) {

    /** The values of a metric, for each group one list. */
    record MetricValues(String name, List<List<SeedValue>> groups) {
    }

    /** A value with the seed it comes from. */
    record SeedValue(long seed, double value) {
    }

    /**
     * Curves over the same epochs.
     *
     * @param title    stage and measured value
     * @param averaged number of neighbouring epochs in one point
     * @param epochs   positions of the points
     * @param curves   means first, then seeds
     */
    record Chart(String title, int averaged, List<Integer> epochs, List<Curve> curves) {
    }

    /**
     * One line.
     *
     * @param group  index of its group
     * @param seed   the seed; null for the mean over seeds
     * @param values one for each epoch, NaN where there is none
     */
    record Curve(int group, Long seed, double[] values) {
    }

    static DrawingData of(RunRecord run, List<EpochRecord> epochs, List<StudyPicture> studies, List<Picture> figures) {
        Map<String, TrialResult> results = run.trials().stream().collect(Collectors.toMap(TrialResult::trial, t -> t, (a, b) -> b, LinkedHashMap::new));
        LinkedHashSet<String> labels = new LinkedHashSet<>();
        results.values().forEach(t -> labels.add(label(t)));
        epochs.forEach(e -> labels.add(results.containsKey(e.trial()) ? label(results.get(e.trial())) : e.trial()));
        List<String> groups = List.copyOf(labels);
        return new DrawingData(groups, metrics(groups, results.values()), new Charts(groups, results).of(epochs), run.verdicts(), studies, figures);
    }

    static String label(TrialResult trial) {
        List<String> parts = new ArrayList<>();
        if (!trial.variant().isEmpty()) {
            parts.add(trial.variant());
        }
        trial.point().forEach((key, value) -> parts.add(key + " " + value));
        return parts.isEmpty() ? "all trials" : String.join(", ", parts);
    }

    private static List<MetricValues> metrics(List<String> groups, Iterable<TrialResult> trials) {
        Map<String, List<List<SeedValue>>> metrics = new LinkedHashMap<>();
        for (TrialResult trial : trials) {
            trial.metrics().forEach((name, value) -> metrics.computeIfAbsent(name, k -> groups.stream().<List<SeedValue>>map(g -> new ArrayList<>()).toList())
                    .get(groups.indexOf(label(trial))).add(new SeedValue(trial.seed(), value)));
        }
        return metrics.entrySet().stream().map(m -> new MetricValues(m.getKey(), m.getValue())).toList();
    }
}
