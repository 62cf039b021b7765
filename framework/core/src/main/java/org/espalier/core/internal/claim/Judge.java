package org.espalier.core.internal.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

import org.espalier.core.claim.Claim;
import org.espalier.core.claim.Verdict;
import org.espalier.core.claim.Verdict.Decision;
import org.espalier.core.internal.claim.Check.Aggregate;
import org.espalier.core.run.RunOutcome;
import org.espalier.core.run.TrialResult;

/**
 * Decides claims. The check's estimate is computed for each seed that all its aggregates have (so comparisons are paired), and its mean gets a 95 % interval by
 * Student's t over seeds. A claim holds if the whole interval satisfies the bound, does not hold if the whole interval violates it, and is not decided in between.
 */
public final class Judge {
    private Judge() {
    }

    public static List<Verdict> decide(List<Claim> claims, List<TrialResult> results) {
        List<TrialResult> done = results.stream().filter(r -> r.outcome() == RunOutcome.COMPLETED).toList();
        return claims.stream().map(claim -> decide(claim, done)).toList();
    }

    private static Verdict decide(Claim claim, List<TrialResult> done) {
        Check check = Check.parse(claim.check());
        Interval interval = Interval.of(estimates(claim, check, done));
        if (interval.count() < 2) {
            return verdict(claim, check, Decision.NOT_DECIDED, interval, Optional.of(interval.count() == 0 ? "no seed has all the results it needs" : "one seed gives no spread"));
        }
        Decision decision = decision(check, interval.low(), interval.high());
        return verdict(claim, check, decision, interval,
                decision == Decision.NOT_DECIDED ? Optional.of("the interval over " + interval.count() + " seeds reaches across the bound") : Optional.empty());
    }

    private static Decision decision(Check check, double low, double high) {
        if (low >= check.low() && high <= check.high()) {
            return Decision.HOLDS;
        }
        return high < check.low() || low > check.high() ? Decision.DOES_NOT_HOLD : Decision.NOT_DECIDED;
    }

    private static Verdict verdict(Claim claim, Check check, Decision decision, Interval interval, Optional<String> reason) {
        return new Verdict(claim.id(), claim.says(), claim.check(), decision, interval.mean(), interval.low(), interval.high(), check.bound(), interval.count(), claim.published(), reason);
    }

    /** The estimate of each seed for which every aggregate has a result. */
    private static List<Double> estimates(Claim claim, Check check, List<TrialResult> done) {
        SortedMap<Long, Map<Aggregate, Double>> bySeed = new TreeMap<>();
        for (Aggregate aggregate : check.estimate().aggregates()) {
            for (long seed : done.stream().mapToLong(TrialResult::seed).distinct().toArray()) {
                mean(aggregate, claim, done, seed).ifPresent(value -> bySeed.computeIfAbsent(seed, k -> new HashMap<>()).put(aggregate, value));
            }
        }
        int needed = check.estimate().aggregates().size();
        List<Double> estimates = new ArrayList<>();
        bySeed.values().stream().filter(values -> values.size() == needed).forEach(values -> estimates.add(check.estimate().value(values)));
        return estimates;
    }

    private static OptionalDouble mean(Aggregate aggregate, Claim claim, List<TrialResult> done, long seed) {
        return done.stream().filter(r -> r.seed() == seed && selected(r, aggregate, claim) && r.metrics().containsKey(aggregate.metric()))
                .mapToDouble(r -> r.metrics().get(aggregate.metric())).filter(Double::isFinite).average();
    }

    private static boolean selected(TrialResult result, Aggregate aggregate, Claim claim) {
        List<Selector> selectors = aggregate.selectors().stream().map(Selector::parse).toList();
        return selectors.stream().allMatch(selector -> selector.takes(result))
                && claim.where().entrySet().stream().allMatch(e -> selectors.stream().anyMatch(selector -> selector.isOf(e.getKey())) || new Selector(e.getKey(), e.getValue()).takes(result));
    }
}
