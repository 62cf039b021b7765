package org.espalier.core.internal.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.espalier.core.claim.Claim;
import org.espalier.core.internal.claim.Check.Aggregate;
import org.espalier.core.internal.claim.Check.Expression;
import org.espalier.core.run.TrialResult;

/** What a check's aggregates have to sum up: for each a value for each seed, the mean of the trials that it selects. Values that are undefined are left out. */
final class SeedValues {
    private final Expression estimate;
    private final Map<Aggregate, SortedMap<Long, Double>> values = new HashMap<>();
    private final List<String> undefined = new ArrayList<>();

    /** @param done completed trials */
    SeedValues(Claim claim, Expression estimate, List<TrialResult> done) {
        this.estimate = estimate;
        for (Aggregate aggregate : estimate.aggregates()) {
            List<TrialResult> selected = done.stream().filter(result -> selected(result, aggregate, claim) && value(result, aggregate).isPresent()).toList();
            List<TrialResult> defined = selected.stream().filter(result -> Double.isFinite(value(result, aggregate).get())).toList();
            if (defined.size() < selected.size()) {
                undefined.add(aggregate + " has " + (selected.size() - defined.size()) + " of " + selected.size() + " trials in which " + aggregate.metric() + " is undefined");
            }
            values.put(aggregate, defined.stream().collect(Collectors.groupingBy(TrialResult::seed, TreeMap::new, Collectors.averagingDouble(result -> value(result, aggregate).get()))));
        }
    }

    /** A metric, or else what the trial's record says of any trial. */
    private static Optional<Double> value(TrialResult result, Aggregate aggregate) {
        return Optional.ofNullable(result.metrics().get(aggregate.metric())).or(() -> switch (aggregate.metric()) {
            case "seconds" -> Optional.of(result.seconds());
            case "memory" -> Optional.of((double) result.memory());
            default -> Optional.empty();
        });
    }

    /** Says in which trials a value is undefined; empty if all are defined. */
    Optional<String> undefined() {
        return undefined.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", undefined));
    }

    /** The estimate of each seed for which every aggregate has a value: comparisons are paired. */
    List<Double> paired() {
        return common().stream().map(seed -> estimate.value(values.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().get(seed))))).toList();
    }

    /** The estimate from all seeds, summed up aggregate by aggregate. */
    double whole() {
        Map<Aggregate, Double> summed = new HashMap<>();
        values.forEach((aggregate, ofSeeds) -> summed.put(aggregate, aggregate.over().of(ofSeeds.values())));
        return estimate.value(summed);
    }

    /** Seeds for which every aggregate has a value, ascending. */
    List<Long> common() {
        return values.values().stream().flatMap(ofSeeds -> ofSeeds.keySet().stream()).distinct().sorted().filter(seed -> values.values().stream().allMatch(ofSeeds -> ofSeeds.containsKey(seed))).toList();
    }

    private static boolean selected(TrialResult result, Aggregate aggregate, Claim claim) {
        List<Selector> selectors = aggregate.selectors().stream().map(Selector::parse).toList();
        return selectors.stream().allMatch(selector -> selector.takes(result))
                && claim.where().entrySet().stream().allMatch(e -> selectors.stream().anyMatch(selector -> selector.isOf(e.getKey())) || new Selector(e.getKey(), e.getValue()).takes(result));
    }
}
