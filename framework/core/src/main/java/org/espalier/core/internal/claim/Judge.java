package org.espalier.core.internal.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

import org.apache.commons.math3.distribution.TDistribution;
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
    private static final double CONFIDENCE = 0.95;

    private Judge() {
    }

    public static List<Verdict> decide(List<Claim> claims, List<TrialResult> results) {
        List<TrialResult> done = results.stream().filter(r -> r.outcome() == RunOutcome.COMPLETED).toList();
        return claims.stream().map(claim -> decide(claim, done)).toList();
    }

    private static Verdict decide(Claim claim, List<TrialResult> done) {
        Check check = Check.parse(claim.check());
        List<Double> estimates = estimates(claim, check, done);
        int n = estimates.size();
        double mean = estimates.stream().mapToDouble(d -> d).average().orElse(Double.NaN);
        if (n < 2) {
            String reason = n == 0 ? "no seed has all the results it needs" : "one seed gives no spread";
            return verdict(claim, check, Decision.NOT_DECIDED, mean, Double.NaN, n, Optional.of(reason));
        }
        double squares = estimates.stream().mapToDouble(d -> (d - mean) * (d - mean)).sum();
        double half = new TDistribution(null, n - 1.0).inverseCumulativeProbability((1 + CONFIDENCE) / 2) * Math.sqrt(squares / (n - 1) / n);
        Decision decision = decision(check, mean - half, mean + half);
        return verdict(claim, check, decision, mean, half, n,
                decision == Decision.NOT_DECIDED ? Optional.of("the interval over " + n + " seeds reaches across the bound") : Optional.empty());
    }

    private static Decision decision(Check check, double low, double high) {
        if (low >= check.low() && high <= check.high()) {
            return Decision.HOLDS;
        }
        return high < check.low() || low > check.high() ? Decision.DOES_NOT_HOLD : Decision.NOT_DECIDED;
    }

    private static Verdict verdict(Claim claim, Check check, Decision decision, double mean, double half, int seeds, Optional<String> reason) {
        return new Verdict(claim.id(), claim.says(), claim.check(), decision, mean, mean - half, mean + half, check.bound(), seeds, claim.published(), reason);
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
        boolean where = claim.where().entrySet().stream()
                .allMatch(e -> aggregate.selectors().stream().anyMatch(s -> s.startsWith(e.getKey() + "=")) || matches(result, e.getKey(), e.getValue()));
        return where && aggregate.selectors().stream().allMatch(selector -> {
            int equals = selector.indexOf('=');
            return equals < 0 ? result.variant().equals(selector) || result.point().containsValue(selector)
                    : matches(result, selector.substring(0, equals).strip(), selector.substring(equals + 1).strip());
        });
    }

    private static boolean matches(TrialResult result, String key, String value) {
        return result.point().entrySet().stream()
                .anyMatch(e -> (e.getKey().equals(key) || e.getKey().endsWith("." + key) || key.endsWith("." + e.getKey())) && e.getValue().equals(value));
    }
}
