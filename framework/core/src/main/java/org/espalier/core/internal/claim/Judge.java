package org.espalier.core.internal.claim;

import java.util.List;
import java.util.Optional;

import org.espalier.core.claim.Claim;
import org.espalier.core.claim.Verdict;
import org.espalier.core.claim.Verdict.Decision;
import org.espalier.core.run.RunOutcome;
import org.espalier.core.run.TrialResult;

/**
 * Decides claims. The check's estimate is computed for each seed that all its aggregates have (so comparisons are paired), and its mean gets a 95 % interval by
 * Student's t over seeds. A claim holds if the whole interval satisfies the bound, does not hold if the whole interval violates it, and is not decided in between.
 * A check without a bound is reported. A check with {@code min} or {@code max} speaks of the very seeds that were run; it holds or does not. Where a value is undefined nothing is decided.
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
        SeedValues values = new SeedValues(claim, check.estimate(), done);
        Interval interval = check.extreme() ? exact(values) : Interval.of(values.paired());
        Optional<String> reason = values.undefined().or(() -> tooFew(interval));
        Decision decision = reason.isPresent() ? Decision.NOT_DECIDED : decision(check, interval.low(), interval.high());
        return new Verdict(claim.id(), claim.says(), claim.check(), decision, interval.mean(), interval.low(), interval.high(), check.bound(), interval.count(), claim.published(),
                decision == Decision.NOT_DECIDED ? reason.or(() -> Optional.of("the interval over " + interval.count() + " seeds reaches across the bound")) : Optional.empty());
    }

    /** What the seeds that were run say of themselves needs no interval. */
    private static Interval exact(SeedValues values) {
        double value = values.whole();
        return new Interval(values.common().size(), value, value, value);
    }

    private static Optional<String> tooFew(Interval interval) {
        return switch (interval.count()) {
            case 0 -> Optional.of("no seed has all the results it needs");
            case 1 -> Optional.of("one seed gives no spread");
            default -> Optional.empty();
        };
    }

    private static Decision decision(Check check, double low, double high) {
        if (check.isUnbounded()) {
            return Decision.REPORTED;
        }
        if (low >= check.low() && high <= check.high()) {
            return Decision.HOLDS;
        }
        return high < check.low() || low > check.high() ? Decision.DOES_NOT_HOLD : Decision.NOT_DECIDED;
    }
}
