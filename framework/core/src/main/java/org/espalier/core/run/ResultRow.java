package org.espalier.core.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Trials that differ only in their seed, summed up.
 *
 * @param variant name of the variant; may be empty
 * @param point   sweep keys and values
 * @param trials  completed trials
 * @param failed  trials that ended otherwise
 * @param metrics statistics over the completed trials, by metric
 * @param seconds median wall time of a completed trial
 * @param epochs  mean epochs of a completed trial
 */
public record ResultRow(String variant, Map<String, String> point, int trials, int failed, Map<String, Statistic> metrics, double seconds, double epochs) {

    /** One row for each variant and sweep point, in the order of their first results. */
    public static List<ResultRow> of(List<TrialResult> results) {
        Map<List<Object>, List<TrialResult>> groups = new LinkedHashMap<>();
        results.forEach(r -> groups.computeIfAbsent(List.of(r.variant(), r.point()), k -> new ArrayList<>()).add(r));
        return groups.values().stream().map(ResultRow::sumUp).toList();
    }

    private static ResultRow sumUp(List<TrialResult> group) {
        List<TrialResult> done = group.stream().filter(r -> r.outcome() == RunOutcome.COMPLETED).toList();
        Map<String, List<Double>> values = new LinkedHashMap<>();
        done.forEach(r -> r.metrics().forEach((name, value) -> values.computeIfAbsent(name, k -> new ArrayList<>()).add(value)));
        Map<String, Statistic> metrics = new LinkedHashMap<>();
        values.forEach((name, list) -> metrics.put(name, Statistic.of(list)));
        double seconds = Statistic.of(done.stream().map(TrialResult::seconds).toList()).median();
        double epochs = Statistic.of(done.stream().map(r -> (double) r.epochs()).toList()).mean();
        return new ResultRow(group.get(0).variant(), group.get(0).point(), done.size(), group.size() - done.size(), metrics, seconds, epochs);
    }
}
