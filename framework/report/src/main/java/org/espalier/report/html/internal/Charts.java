package org.espalier.report.html.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.espalier.core.run.EpochRecord;
import org.espalier.core.run.TrialResult;

/** Turns a run's epochs into curves, few enough points for a page of moderate size. */
final class Charts {
    /** Points of all curves together: about eight characters each. */
    private static final int POINTS = 60_000;
    private static final int MOST_POINTS = 400;
    private static final int FEWEST_POINTS = 25;

    private final List<String> groups;
    private final Map<String, TrialResult> results;

    Charts(List<String> groups, Map<String, TrialResult> results) {
        this.groups = groups;
        this.results = results;
    }

    List<DrawingData.Chart> of(List<EpochRecord> epochs) {
        Map<String, List<EpochRecord>> stages = epochs.stream().collect(Collectors.groupingBy(EpochRecord::stage, LinkedHashMap::new, Collectors.toList()));
        long trials = epochs.stream().map(EpochRecord::trial).distinct().count();
        List<DrawingData.Chart> charts = new ArrayList<>();
        stages.forEach((stage, records) -> {
            Set<String> values = records.stream().flatMap(r -> r.values().keySet().stream()).collect(Collectors.toCollection(LinkedHashSet::new));
            values.forEach(value -> charts.add(chart(stages.size() > 1 ? stage + ": " + value : value, value, records, POINTS / (trials * values.size() * stages.size() + 1))));
        });
        return charts;
    }

    private DrawingData.Chart chart(String title, String value, List<EpochRecord> records, long allowed) {
        boolean onlyMeans = allowed < FEWEST_POINTS;
        EpochGrid grid = EpochGrid.of(records, (int) Math.max(FEWEST_POINTS, Math.min(MOST_POINTS, allowed)));
        Map<String, List<EpochRecord>> trials = records.stream().collect(Collectors.groupingBy(EpochRecord::trial, LinkedHashMap::new, Collectors.toList()));
        List<DrawingData.Curve> seeds = new ArrayList<>();
        trials.forEach((trial, course) -> seeds.add(new DrawingData.Curve(group(trial), seed(trial), grid.averages(course, value))));
        List<DrawingData.Curve> curves = new ArrayList<>(means(seeds, grid.size()));
        curves.addAll(onlyMeans ? List.of() : seeds);
        return new DrawingData.Chart(title, grid.averaged(), grid.positions(), curves);
    }

    private static List<DrawingData.Curve> means(List<DrawingData.Curve> seeds, int points) {
        Map<Integer, List<double[]>> groups = seeds.stream().collect(Collectors.groupingBy(DrawingData.Curve::group, TreeMap::new,
                Collectors.mapping(DrawingData.Curve::values, Collectors.toList())));
        return groups.entrySet().stream()
                .map(g -> new DrawingData.Curve(g.getKey(), null, IntStream.range(0, points).mapToDouble(i -> mean(g.getValue(), i)).toArray())).toList();
    }

    /** The mean over the seeds still training; none once most have stopped, where it would only jump. */
    private static double mean(List<double[]> seeds, int point) {
        double[] there = seeds.stream().mapToDouble(s -> s[point]).filter(Double::isFinite).toArray();
        return 2 * there.length < seeds.size() ? Double.NaN : EpochGrid.rounded(Arrays.stream(there).average().orElse(Double.NaN));
    }

    private int group(String trial) {
        return groups.indexOf(results.containsKey(trial) ? DrawingData.label(results.get(trial)) : trial);
    }

    private Long seed(String trial) {
        return results.containsKey(trial) ? results.get(trial).seed() : 0L;
    }
}
