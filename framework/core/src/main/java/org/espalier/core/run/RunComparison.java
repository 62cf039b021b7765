package org.espalier.core.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

import org.espalier.core.internal.claim.Interval;

/**
 * What differs between two runs.
 *
 * @param settings effective values; empty where a run has none
 * @param made     what they were made with: bundles, data, device, versions …
 * @param results  metrics of trials that both have, unless every number is the same
 * @param equal    how many metrics of trials that both have are the same to the last bit in every seed
 */
public record RunComparison(List<Difference> settings, List<Difference> made, List<MetricDifference> results, int equal) {
    /** A value in both runs. */
    public record Difference(String what, String first, String second) {
    }

    /**
     * A metric of one variant and sweep point in both runs, over the seeds that both completed.
     *
     * @param trials variant and sweep point; may be empty
     * @param metric the metric
     * @param first  its statistics in the first run
     * @param second its statistics in the second run
     * @param change mean of the second less the first, seed by seed
     * @param low    lower end of the change's 95 % interval; NaN for one seed
     * @param high   upper end
     */
    public record MetricDifference(String trials, String metric, Statistic first, Statistic second, double change, double low, double high) {
    }

    public static RunComparison of(RunRecord first, RunRecord second) {
        Map<List<String>, List<double[]>> pairs = pairs(first, second);
        List<MetricDifference> results = new ArrayList<>();
        pairs.forEach((name, values) -> {
            if (values.stream().anyMatch(pair -> Double.compare(pair[0], pair[1]) != 0)) {
                results.add(difference(name.get(0), name.get(1), values));
            }
        });
        return new RunComparison(differences(settings(first), settings(second)), differences(flat(first.provenance()), flat(second.provenance())), results, pairs.size() - results.size());
    }

    private static MetricDifference difference(String trials, String metric, List<double[]> pairs) {
        Interval change = Interval.of(pairs.stream().map(pair -> pair[1] - pair[0]).toList());
        return new MetricDifference(trials, metric, Statistic.of(pairs.stream().map(pair -> pair[0]).toList()), Statistic.of(pairs.stream().map(pair -> pair[1]).toList()),
                change.mean(), change.low(), change.high());
    }

    /** Values of both runs by label and metric, one pair for each seed. */
    private static Map<List<String>, List<double[]>> pairs(RunRecord first, RunRecord second) {
        Map<List<Object>, TrialResult> others = new LinkedHashMap<>();
        completed(second).forEach(trial -> others.put(key(trial), trial));
        Map<List<String>, List<double[]>> pairs = new LinkedHashMap<>();
        for (TrialResult trial : completed(first)) {
            TrialResult other = others.get(key(trial));
            if (other != null) {
                trial.metrics().forEach((metric, value) -> {
                    if (other.metrics().containsKey(metric)) {
                        pairs.computeIfAbsent(List.of(trial.label(), metric), k -> new ArrayList<>()).add(new double[] {value, other.metrics().get(metric)});
                    }
                });
            }
        }
        return pairs;
    }

    private static List<TrialResult> completed(RunRecord run) {
        return run.trials().stream().filter(trial -> trial.outcome() == RunOutcome.COMPLETED).toList();
    }

    private static List<Object> key(TrialResult trial) {
        return List.of(trial.variant(), trial.point(), trial.seed());
    }

    private static Map<String, String> settings(RunRecord run) {
        Map<String, String> values = new TreeMap<>();
        run.settings().forEach(setting -> values.put(setting.key(), setting.value()));
        return values;
    }

    /** Provenance with one key for each value; lists of bundles by their names. When it was written is no difference. */
    private static Map<String, String> flat(Map<String, Object> provenance) {
        Map<String, String> flat = new TreeMap<>();
        provenance.forEach((key, value) -> {
            if (!key.equals("written")) {
                flatten(key, value, flat);
            }
        });
        return flat;
    }

    private static void flatten(String key, Object value, Map<String, String> flat) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((inner, deeper) -> flatten(key + "." + inner, deeper, flat));
        } else if (value instanceof List<?> list && list.stream().allMatch(item -> item instanceof Map<?, ?> map && map.containsKey("name"))) {
            list.forEach(item -> flatten(key + "." + ((Map<?, ?>) item).get("name"), item, flat));
        } else {
            flat.put(key, String.valueOf(value));
        }
    }

    private static List<Difference> differences(Map<String, String> first, Map<String, String> second) {
        TreeSet<String> keys = new TreeSet<>(first.keySet());
        keys.addAll(second.keySet());
        return keys.stream().filter(key -> !Objects.equals(first.get(key), second.get(key)))
                .map(key -> new Difference(key, first.getOrDefault(key, ""), second.getOrDefault(key, ""))).toList();
    }
}
