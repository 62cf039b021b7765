package org.espalier.peerreview.internal.scoring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.espalier.api.error.InputException;
import org.espalier.data.judgment.Judgments;
import org.espalier.data.judgment.PairCounts;
import org.espalier.data.judgment.VerdictPair;
import org.junit.jupiter.api.Test;

/** What must hold for any judgments. */
class PropertiesTest {
    private static final int MODELS = 6;
    private static final double EXACT = 1e-12;

    private static Judgments random(int size) {
        Random random = new Random(1);
        Judgments judgments = new Judgments(new long[size], new char[size], new char[size], new char[size], new byte[size]);
        for (int i = 0; i < size; i++) {
            int first = random.nextInt(MODELS);
            judgments.questions()[i] = i / 5;
            judgments.first()[i] = (char) first;
            judgments.second()[i] = (char) ((first + 1 + random.nextInt(MODELS - 1)) % MODELS);
            judgments.reviewers()[i] = (char) random.nextInt(MODELS);
            judgments.verdicts()[i] = (byte) random.nextInt(VerdictPair.CODES);
        }
        return judgments;
    }

    private static double[] trained(Judgments judgments, LinearScoring.Form form, Weighting start) {
        LinearScoring scoring = LinearScoring.of(judgments.counts(MODELS, MODELS), form);
        return new ConsistencyOptimisation(scoring, Schedule.PUBLISHED).run(start, scoring.present(), epoch -> { }).scores();
    }

    private static Judgments shuffled(Judgments judgments) {
        List<Integer> places = IntStream.range(0, judgments.size()).boxed().collect(Collectors.toList());
        Collections.shuffle(places, new Random(2));
        return judgments.at(places.stream().mapToInt(Integer::intValue).toArray());
    }

    @Test
    void theOrderOfJudgmentsDoesNotMatter() {
        Judgments judgments = random(500);
        Weighting start = Weighting.drawn(MODELS, new Random(3));
        assertArrayEquals(trained(judgments, LinearScoring.Form.ranked(200), start), trained(shuffled(judgments), LinearScoring.Form.ranked(200), start));
        assertArrayEquals(MajorityVoting.scores(judgments, MODELS), MajorityVoting.scores(shuffled(judgments), MODELS), EXACT);
    }

    @Test
    void judgmentsTwiceGiveTheSameScores() {
        Judgments judgments = random(500);
        Weighting start = Weighting.drawn(MODELS, new Random(3));
        assertArrayEquals(trained(judgments, LinearScoring.Form.ranked(200), start), trained(Judgments.join(List.of(judgments, judgments)), LinearScoring.Form.ranked(200), start), EXACT);
    }

    @Test
    void modelsUnderOtherNumbersGetTheSameScores() {
        Judgments judgments = random(500);
        Judgments turned = judgments.where(i -> true);
        for (int i = 0; i < turned.size(); i++) {
            turned.first()[i] = (char) (MODELS - 1 - turned.first()[i]);
            turned.second()[i] = (char) (MODELS - 1 - turned.second()[i]);
            turned.reviewers()[i] = (char) (MODELS - 1 - turned.reviewers()[i]);
        }
        double[] weights = {0.9, 0.1, 0.4, 0.3, 0.8, 0.2};
        double[] reversed = IntStream.range(0, MODELS).mapToDouble(s -> weights[MODELS - 1 - s]).toArray();
        double[] scores = FixedWeights.scores(ranked(judgments), weights);
        double[] ofTurned = FixedWeights.scores(ranked(turned), reversed);
        assertArrayEquals(scores, IntStream.range(0, MODELS).mapToDouble(j -> ofTurned[MODELS - 1 - j]).toArray(), EXACT);
    }

    private static LinearScoring ranked(Judgments judgments) {
        return LinearScoring.of(judgments.counts(MODELS, MODELS), LinearScoring.Form.ranked(200));
    }

    /** Also the form with weighted contests, whose derivative is not R. */
    @Test
    void derivativesAgreeWithDifferences() {
        PairCounts counts = random(500).counts(MODELS, MODELS);
        for (LinearScoring.Form form : List.of(LinearScoring.Form.PLAIN, LinearScoring.Form.ranked(50), new LinearScoring.Form(50, true, 0))) {
            LinearScoring scoring = LinearScoring.of(counts, form);
            double[] weights = {0.9, 0.1, 0.4, 0.3, 0.8, 0.2};
            double[] derivative = scoring.at(weights, scoring.present(), null).derivative();
            for (int s = 0; s < MODELS; s++) {
                double[] ahead = weights.clone();
                double[] behind = weights.clone();
                ahead[s] += 1e-6;
                behind[s] -= 1e-6;
                double[] more = scoring.at(ahead, scoring.present(), null).values();
                double[] less = scoring.at(behind, scoring.present(), null).values();
                for (int j = 0; j < MODELS; j++) {
                    assertEquals((more[j] - less[j]) / 2e-6, derivative[j * MODELS + s], 1e-7, form + ", model " + j + ", reviewer " + s);
                }
            }
        }
    }

    @Test
    void reviewersWhoDoNotCompeteHaveAWeightButNoScore() {
        Judgments judgments = random(500);
        PairCounts counts = judgments.counts(MODELS, MODELS + 2);
        LinearScoring scoring = LinearScoring.of(counts, LinearScoring.Form.ranked(200));
        ConsistencyOptimisation.Epoch last = new ConsistencyOptimisation(scoring, Schedule.PUBLISHED).run(Weighting.drawn(MODELS + 2, new Random(3)), scoring.present(), epoch -> { });
        assertEquals(MODELS + 2, last.weights().length);
        assertEquals(MODELS, last.scores().length);
    }

    @Test
    void tiesOnlyAreRefused() {
        Judgments ties = random(100).where(i -> true);
        Arrays.fill(ties.verdicts(), (byte) VerdictPair.ofOutcome(VerdictPair.TIE));
        double[] weights = {0.9, 0.1, 0.4, 0.3, 0.8, 0.2};
        double[] half = new double[MODELS];
        Arrays.fill(half, 0.5);
        InputException refused = assertThrows(InputException.class, () -> Consistency.of(weights, half));
        assertTrue(refused.getMessage().contains("tell no model from another"), refused.getMessage());
        assertArrayEquals(half, MajorityVoting.scores(ties, MODELS), EXACT);
    }
}
