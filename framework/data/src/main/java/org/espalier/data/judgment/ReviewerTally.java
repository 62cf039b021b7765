package org.espalier.data.judgment;

import java.util.function.IntPredicate;

/**
 * What one reviewer did and cost. Arrays are not copied and must not be changed.
 *
 * @param verdicts         number of judgments by {@link VerdictPair} code
 * @param promptTokens     tokens it was asked with, as recorded or else characters / 4; 0 if neither is in the data
 * @param completionTokens tokens it answered with, likewise
 */
public record ReviewerTally(long[] verdicts, long promptTokens, long completionTokens) {

    /** A tally of nothing. */
    public static ReviewerTally none() {
        return new ReviewerTally(new long[VerdictPair.CODES], 0, 0);
    }

    /** Number of judgments. */
    public long judgments() {
        return count(code -> true);
    }

    /** Share of judgments in which a verdict could not be read; NaN without judgments. */
    public double errorShare() {
        return share(VerdictPair::hasError);
    }

    /** Share of judgments that name different models in the two orders. */
    public double flipShare() {
        return share(VerdictPair::flips);
    }

    /** Share of judgments whose outcome is a tie, flips included. */
    public double tieShare() {
        return share(code -> VerdictPair.outcome(code) == VerdictPair.TIE);
    }

    private double share(IntPredicate codes) {
        return (double) count(codes) / judgments();
    }

    private long count(IntPredicate codes) {
        long count = 0;
        for (int code = 0; code < VerdictPair.CODES; code++) {
            count += codes.test(code) ? verdicts[code] : 0;
        }
        return count;
    }

    /** Both tallies together. */
    public ReviewerTally plus(ReviewerTally other) {
        long[] sum = verdicts.clone();
        for (int code = 0; code < sum.length; code++) {
            sum[code] += other.verdicts[code];
        }
        return new ReviewerTally(sum, promptTokens + other.promptTokens, completionTokens + other.completionTokens);
    }
}
