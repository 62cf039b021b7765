package org.espalier.data.judgment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

import org.espalier.data.judgment.io.JudgmentsBuilder;
import org.junit.jupiter.api.Test;

class SamplesTest {

    private static JudgmentData pool(int models, int judgments) {
        JudgmentsBuilder builder = new JudgmentsBuilder(Roster.of(IntStream.range(0, models).mapToObj(j -> "M" + j).toList()), true);
        Random random = new Random(1);
        for (int i = 0; i < judgments; i++) {
            int first = random.nextInt(models);
            builder.add(i, first, (first + 1 + random.nextInt(models - 1)) % models, random.nextInt(models), random.nextInt(VerdictPair.CODES));
        }
        return builder.build("random");
    }

    @Test
    void aShareOfJudgmentsHasThatSizeAndFollowsTheSeed() {
        JudgmentData whole = pool(5, 1000);
        JudgmentData share = Samples.share(whole, 0.4, new Random(3));
        assertEquals(400, share.counts().total());
        assertArrayEquals(share.judgments().orElseThrow().questions(), Samples.share(whole, 0.4, new Random(3)).judgments().orElseThrow().questions());
    }

    @Test
    void aShareOfCountsHasAboutThatSize() {
        JudgmentData whole = pool(5, 100_000);
        JudgmentData counts = new JudgmentData("counts", whole.roster(), whole.counts(), Optional.empty(), whole.tallies(), whole.truth());
        long kept = Samples.share(counts, 0.7, new Random(3)).counts().total();
        assertTrue(Math.abs(kept - 70_000) < 1000, () -> kept + " of 100000 at a share of 0.7");
    }

    @Test
    void withoutSelfReviewsNobodyJudgesItself() {
        JudgmentData whole = pool(4, 1000);
        JudgmentData fromCounts = Samples.withoutSelfReviews(new JudgmentData("counts", whole.roster(), whole.counts(), Optional.empty(), whole.tallies(), whole.truth()));
        JudgmentData fromJudgments = Samples.withoutSelfReviews(whole);
        fromCounts.counts().forEach((j, k, s, first, second, ties) -> assertTrue(s != j && s != k));
        assertArrayEquals(fromJudgments.counts().ties(), fromCounts.counts().ties());
        assertArrayEquals(fromJudgments.counts().firstWins(), fromCounts.counts().firstWins());
    }

    @Test
    void sparseCountingAgreesWithDense() {
        PairCountsBuilder sparse = new PairCountsBuilder(600, 600);
        PairCountsBuilder other = new PairCountsBuilder(600, 600);
        PairCountsBuilder dense = new PairCountsBuilder(20, 20);
        Random random = new Random(1);
        for (int i = 0; i < 1_500_000; i++) {
            int first = random.nextInt(20);
            int second = (first + 1 + random.nextInt(19)) % 20;
            int reviewer = random.nextInt(20);
            int outcome = random.nextInt(VerdictPair.OUTCOMES);
            (i % 2 == 0 ? sparse : other).add(first, second, reviewer, outcome);
            dense.add(first, second, reviewer, outcome);
        }
        sparse.add(3, 4, 5, VerdictPair.TIE, 7);
        dense.add(3, 4, 5, VerdictPair.TIE, 7);
        sparse.merge(other);
        PairCounts a = sparse.build();
        PairCounts b = dense.build();
        assertArrayEquals(b.reviewer(), a.reviewer());
        assertArrayEquals(b.firstWins(), a.firstWins());
        assertArrayEquals(b.secondWins(), a.secondWins());
        assertArrayEquals(b.ties(), a.ties());
    }
}
