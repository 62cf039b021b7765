package org.espalier.data.judgment;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Parts of judgment data. */
public final class Samples {
    private Samples() {
    }

    /** The data with only these of its judgments. What they cost is scaled by their share. */
    public static JudgmentData of(JudgmentData data, Judgments judgments) {
        Roster roster = data.roster();
        long[][] verdicts = new long[roster.reviewerCount()][VerdictPair.CODES];
        for (int i = 0; i < judgments.size(); i++) {
            verdicts[judgments.reviewers()[i]][judgments.verdicts()[i]]++;
        }
        List<ReviewerTally> tallies = IntStream.range(0, verdicts.length).mapToObj(s -> scaled(data.tallies().get(s), verdicts[s])).toList();
        return new JudgmentData(data.name(), roster, judgments.counts(roster.size(), roster.reviewerCount()), Optional.of(judgments), tallies, data.truth());
    }

    private static ReviewerTally scaled(ReviewerTally whole, long[] verdicts) {
        double share = (double) new ReviewerTally(verdicts, 0, 0).judgments() / Math.max(1, whole.judgments());
        return new ReviewerTally(verdicts, Math.round(whole.promptTokens() * share), Math.round(whole.completionTokens() * share));
    }

    /**
     * A random share of the judgments. Of single judgments, the nearest number to the share, without replacement, in their order. Of counts, each judgment with
     * probability {@code share}, which given their number is the same distribution; takes time in proportion to the judgments chosen.
     *
     * @param share in (0, 1]; with 1 the data itself is returned
     */
    public static JudgmentData share(JudgmentData data, double share, RandomGenerator random) {
        if (share == 1) {
            return data;
        }
        return data.judgments().map(judgments -> of(data, judgments.at(chosen(judgments.size(), share, random)))).orElseGet(() -> thinned(data, share, random));
    }

    /** Selection sampling: each place with the chance that as many as are still wanted lie among those left. */
    private static int[] chosen(int size, double share, RandomGenerator random) {
        int[] chosen = new int[(int) Math.round(size * share)];
        for (int place = 0, taken = 0; taken < chosen.length; place++) {
            if (random.nextDouble() * (size - place) < chosen.length - taken) {
                chosen[taken++] = place;
            }
        }
        return chosen;
    }

    private static JudgmentData thinned(JudgmentData data, double share, RandomGenerator random) {
        Roster roster = data.roster();
        PairCountsBuilder builder = new PairCountsBuilder(roster.size(), roster.reviewerCount());
        long[][] verdicts = new long[roster.reviewerCount()][VerdictPair.CODES];
        Thinning thinning = new Thinning(share, random);
        data.counts().forEach((j, k, s, first, second, ties) -> {
            int[] counts = {first, second, ties};
            for (int outcome = 0; outcome < counts.length; outcome++) {
                int kept = thinning.of(counts[outcome]);
                if (kept > 0) {
                    builder.add(j, k, s, outcome, kept);
                    verdicts[s][VerdictPair.ofOutcome(outcome)] += kept;
                }
            }
        });
        List<ReviewerTally> tallies = IntStream.range(0, verdicts.length).mapToObj(s -> scaled(data.tallies().get(s), verdicts[s])).toList();
        return new JudgmentData(data.name(), roster, builder.build(), Optional.empty(), tallies, data.truth());
    }

    /** Keeps each of many with the same probability, skipping from one kept to the next by geometric steps. */
    private static final class Thinning {
        private final double logarithmOfDropping;
        private final RandomGenerator random;
        private long next;

        Thinning(double share, RandomGenerator random) {
            this.logarithmOfDropping = Math.log1p(-share);
            this.random = random;
            this.next = gap();
        }

        private long gap() {
            return (long) (Math.log(1 - random.nextDouble()) / logarithmOfDropping);
        }

        int of(int count) {
            int kept = 0;
            while (next < count) {
                kept++;
                next += 1 + gap();
            }
            next -= count;
            return kept;
        }
    }

    /** The data without the judgments of reviewers on their own answers. */
    public static JudgmentData withoutSelfReviews(JudgmentData data) {
        if (data.judgments().isPresent()) {
            Judgments all = data.judgments().get();
            return of(data, all.where(i -> all.reviewers()[i] != all.first()[i] && all.reviewers()[i] != all.second()[i]));
        }
        Roster roster = data.roster();
        PairCountsBuilder builder = new PairCountsBuilder(roster.size(), roster.reviewerCount());
        long[][] verdicts = new long[roster.reviewerCount()][VerdictPair.CODES];
        data.counts().forEach((j, k, s, first, second, ties) -> {
            int[] counts = {first, second, ties};
            for (int outcome = 0; s != j && s != k && outcome < counts.length; outcome++) {
                builder.add(j, k, s, outcome, counts[outcome]);
                verdicts[s][VerdictPair.ofOutcome(outcome)] += counts[outcome];
            }
        });
        List<ReviewerTally> tallies = IntStream.range(0, verdicts.length).mapToObj(s -> scaled(data.tallies().get(s), verdicts[s])).toList();
        return new JudgmentData(data.name(), roster, builder.build(), Optional.empty(), tallies, data.truth());
    }
}
