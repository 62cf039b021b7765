package org.espalier.data.internal.judgment;

import java.util.Map;
import java.util.TreeMap;

import org.espalier.data.judgment.Judgments;
import org.espalier.data.judgment.PairCountsBuilder;
import org.espalier.data.judgment.ReviewerTally;
import org.espalier.data.judgment.Roster;
import org.espalier.data.judgment.VerdictPair;

/** Takes judgments one by one on one thread: counts them, tallies their reviewers, keeps them if asked to, remembers names that are not on the roster. */
public final class Collector {
    private final PairCountsBuilder counts;
    private final long[][] verdicts;
    private final long[] promptTokens;
    private final long[] completionTokens;
    private final Map<String, Long> unknown = new TreeMap<>();
    private final boolean keep;
    private Column column = new Column();
    private long skipped;
    private long oddVerdicts;

    public Collector(Roster roster, boolean keep) {
        this.counts = new PairCountsBuilder(roster.size(), roster.reviewerCount());
        this.verdicts = new long[roster.reviewerCount()][VerdictPair.CODES];
        this.promptTokens = new long[roster.reviewerCount()];
        this.completionTokens = new long[roster.reviewerCount()];
        this.keep = keep;
    }

    /** Takes a judgment. */
    public void add(long question, int first, int second, int reviewer, int code) {
        counts.add(first, second, reviewer, VerdictPair.outcome(code));
        verdicts[reviewer][code]++;
        if (keep) {
            column.add(question, first, second, reviewer, code);
        }
    }

    /** Takes several judgments with the same outcome and without questions. */
    public void addOutcomes(int first, int second, int reviewer, int outcome, int times) {
        counts.add(first, second, reviewer, outcome, times);
        verdicts[reviewer][VerdictPair.ofOutcome(outcome)] += times;
    }

    /** Takes what a judgment cost. */
    public void cost(int reviewer, long prompt, long completion) {
        promptTokens[reviewer] += prompt;
        completionTokens[reviewer] += completion;
    }

    /** A judgment was dropped for a name. */
    public void unknown(String name) {
        unknown.merge(name, 1L, Long::sum);
    }

    /** A broken line was dropped. */
    public void skip() {
        skipped++;
    }

    /** A verdict outside the known values was taken as an error. */
    public void oddVerdict() {
        oddVerdicts++;
    }

    /** The judgments taken since the last call, if they are kept. */
    public Judgments takeJudgments() {
        Judgments taken = column.judgments();
        column = new Column();
        return taken;
    }

    /** Adds what another collector took, but for the single judgments. */
    public void merge(Collector other) {
        counts.merge(other.counts);
        for (int s = 0; s < verdicts.length; s++) {
            for (int code = 0; code < VerdictPair.CODES; code++) {
                verdicts[s][code] += other.verdicts[s][code];
            }
            cost(s, other.promptTokens[s], other.completionTokens[s]);
        }
        other.unknown.forEach((name, count) -> unknown.merge(name, count, Long::sum));
        skipped += other.skipped;
        oddVerdicts += other.oddVerdicts;
    }

    PairCountsBuilder counts() {
        return counts;
    }

    ReviewerTally tally(int reviewer) {
        return new ReviewerTally(verdicts[reviewer], promptTokens[reviewer], completionTokens[reviewer]);
    }

    Map<String, Long> unknown() {
        return unknown;
    }

    long skipped() {
        return skipped;
    }

    long oddVerdicts() {
        return oddVerdicts;
    }
}
