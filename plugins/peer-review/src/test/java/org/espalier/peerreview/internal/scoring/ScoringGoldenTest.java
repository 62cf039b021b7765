package org.espalier.peerreview.internal.scoring;

import static org.espalier.peerreview.internal.Golden.EXACT;
import static org.espalier.peerreview.internal.Golden.assertNear;
import static org.espalier.peerreview.internal.Golden.integers;
import static org.espalier.peerreview.internal.Golden.numbers;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.espalier.data.judgment.Judgments;
import org.espalier.data.judgment.PairCounts;
import org.espalier.data.judgment.Verdict;
import org.espalier.data.judgment.VerdictPair;
import org.espalier.peerreview.internal.Golden;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import com.fasterxml.jackson.databind.JsonNode;

/** Outcomes, ranks, counts, every scoring and every baseline against an independent implementation. */
class ScoringGoldenTest {

    private interface Check {
        void on(JsonNode golden);
    }

    private static Stream<DynamicTest> each(String file, Check check) throws IOException {
        return Golden.cases(file).map(golden -> DynamicTest.dynamicTest(golden.path("name").asText("case"), () -> check.on(golden)));
    }

    @TestFactory
    Stream<DynamicTest> twoVerdictsMakeAnOutcome() throws IOException {
        return each("outcome.json", golden -> assertEquals(golden.get("y").asDouble(),
                VerdictPair.points(VerdictPair.code(verdict(golden.get("g1")), verdict(golden.get("g2"))))));
    }

    private static Verdict verdict(JsonNode name) {
        return Verdict.valueOf(name.asText().toUpperCase(Locale.ROOT));
    }

    @TestFactory
    Stream<DynamicTest> weightsAreRanked() throws IOException {
        return each("ranks.json", golden -> assertArrayEquals(integers(golden.get("rank")), Standing.ranks(numbers(golden.get("w")), golden.get("w").size())));
    }

    @TestFactory
    Stream<DynamicTest> consistencyHasTheseGradients() throws IOException {
        return each("pearson.json", golden -> {
            Consistency consistency = Consistency.of(numbers(golden.get("w")), numbers(golden.get("G")));
            assertEquals(golden.get("loss").asDouble(), consistency.loss(), EXACT);
            assertNear(golden.get("grad_w"), consistency.byWeights(), EXACT, "by weights");
            assertNear(golden.get("grad_G"), consistency.byScores(), EXACT, "by scores");
        });
    }

    @TestFactory
    Stream<DynamicTest> judgmentsAreCounted() throws IOException {
        return each("cases.json", golden -> {
            PairCounts counts = Golden.counts(golden);
            Map<String, Double> wins = new TreeMap<>();
            Map<String, Double> ties = new TreeMap<>();
            counts.forEach((j, k, s, first, second, tied) -> {
                put(wins, j, k, s, first);
                put(wins, k, j, s, second);
                put(ties, j, k, s, tied);
            });
            assertEquals(cells(golden.get("win_nonzero")), wins);
            assertEquals(cells(golden.get("tie_nonzero")), ties);
            ReviewerSums sums = ReviewerSums.of(counts);
            assertNear(golden.get("N"), sums.contestsBy(sums.everyone()), EXACT, "N");
        });
    }

    private static void put(Map<String, Double> cells, int j, int k, int s, double count) {
        if (count > 0) {
            cells.put(j + " " + k + " " + s, count);
        }
    }

    private static Map<String, Double> cells(JsonNode list) {
        Map<String, Double> cells = new TreeMap<>();
        list.forEach(cell -> put(cells, cell.get(0).asInt(), cell.get(1).asInt(), cell.get(2).asInt(), cell.get(3).asDouble()));
        return cells;
    }

    @TestFactory
    Stream<DynamicTest> weightsAreScored() throws IOException {
        return each("cases.json", golden -> {
            PairCounts counts = Golden.counts(golden);
            double[] weights = Golden.weighting(golden.get("init")).weights();
            LinearScoring plain = LinearScoring.of(counts, LinearScoring.Form.PLAIN);
            LinearScoring ranked = LinearScoring.of(counts, LinearScoring.Form.ranked(golden.get("K").asDouble()));
            assertNear(golden.get("w"), weights, EXACT, "w");
            assertArrayEquals(integers(golden.get("rank")), Standing.ranks(weights, counts.models()));
            assertScores(golden, "default", at(plain, weights, null));
            assertScores(golden, "rank", at(ranked, weights, null));
            assertNear(golden.get("G_uniform"), FixedWeights.uniform(plain), EXACT, "uniform");
        });
    }

    private static void assertScores(JsonNode golden, String form, Scores scores) {
        assertNear(golden.get("R_" + form), scores.derivative(), EXACT, "R " + form);
        assertNear(golden.get("G_" + form), scores.values(), EXACT, "G " + form);
    }

    private static Scores at(Scoring scoring, double[] weights, double[] previous) {
        boolean[] all = new boolean[weights.length];
        Arrays.fill(all, true);
        return scoring.at(weights, all, previous);
    }

    @TestFactory
    Stream<DynamicTest> eloScoresAllAtOnce() throws IOException {
        return each("cases.json", golden -> {
            EloScoring elo = new EloScoring(Golden.counts(golden), 1);
            double[] weights = numbers(golden.get("w"));
            double[] start = new double[elo.models()];
            Arrays.fill(start, elo.start());
            assertNear(golden.get("G_elo_first"), at(elo, weights, start).values(), EXACT, "first");
            assertNear(golden.get("G_elo_prev"), at(elo, weights, numbers(golden.get("elo_prev"))).values(), EXACT, "later");
        });
    }

    @TestFactory
    Stream<DynamicTest> baselinesScore() throws IOException {
        return each("cases.json", golden -> {
            PairCounts counts = Golden.counts(golden);
            Judgments judgments = Golden.judgments(golden.get("judgments"));
            int m = counts.models();
            LinearScoring plain = LinearScoring.of(counts, LinearScoring.Form.PLAIN);
            int[] truth = IntStream.range(0, m).toArray();
            double[] ones = new double[m];
            Arrays.fill(ones, 1);
            assertNear(golden.get("majority"), MajorityVoting.scores(judgments, m), EXACT, "majority");
            assertNear(golden.get("forward_w"), FixedWeights.forward(truth, m), EXACT, "forward weights");
            assertNear(golden.get("backward_w"), FixedWeights.backward(truth, m), EXACT, "backward weights");
            assertNear(golden.get("G_forward"), FixedWeights.scores(plain, FixedWeights.forward(truth, m)), EXACT, "forward");
            assertNear(golden.get("G_backward"), FixedWeights.scores(plain, FixedWeights.backward(truth, m)), EXACT, "backward");
            assertNear(golden.get("seq_elo"), SequentialElo.ratings(judgments, m, ones), EXACT, "sequential Elo");
            assertNear(golden.get("pg"), flat(PreferenceGap.unweighted(counts)), EXACT, "preference gap");
            assertNear(golden.get("pg_weighted"), flat(PreferenceGap.of(counts, numbers(golden.get("w")))), EXACT, "weighted preference gap");
        });
    }

    private static double[] flat(PreferenceGap gap) {
        return Arrays.stream(gap.values()).flatMapToDouble(Arrays::stream).toArray();
    }

    @TestFactory
    Stream<DynamicTest> peersRankEachOther() throws IOException {
        return each("cases.json", golden -> {
            LinearScoring plain = LinearScoring.of(Golden.counts(golden), LinearScoring.Form.PLAIN);
            golden.get("prd_winrate_by_iters").properties().forEach(rounds -> {
                PeerRank rank = PeerRank.of(plain.present(), plain.models(), Integer.parseInt(rounds.getKey()), weights -> FixedWeights.scores(plain, weights));
                assertNear(rounds.getValue().get("G"), rank.scores(), EXACT, rounds.getKey() + " rounds, scores");
                assertNear(rounds.getValue().get("w"), rank.weights(), EXACT, rounds.getKey() + " rounds, weights");
            });
        });
    }

    @TestFactory
    Stream<DynamicTest> examsWeighReviewers() throws IOException {
        return each("cases.json", golden -> {
            LinearScoring plain = LinearScoring.of(Golden.counts(golden), LinearScoring.Form.PLAIN);
            JsonNode pre = golden.get("pre");
            double[] weights = Exam.weights(numbers(pre.get("accuracy")), pre.get("threshold").asDouble());
            assertNear(pre.get("w"), weights, EXACT, "weights");
            assertNear(pre.get("G"), Exam.scores(plain, weights), EXACT, "scores");
        });
    }
}
