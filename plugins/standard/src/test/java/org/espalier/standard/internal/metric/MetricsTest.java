package org.espalier.standard.internal.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.espalier.api.metric.Metric;
import org.espalier.api.metric.Predictions.ClassScores;
import org.espalier.api.metric.Predictions.Values;
import org.junit.jupiter.api.Test;

/** Values computed by hand. */
class MetricsTest {
    private static final double EXACT = 1e-12;

    /** Confusion: class 0: 2 right, 1 as 1; class 1: 1 right, 1 as 2; class 2: 1 right; class 3 never. */
    private static final ClassScores SIX = decided(4, new int[] {0, 0, 0, 1, 1, 2}, new int[] {0, 0, 1, 1, 2, 2});

    private static ClassScores decided(int classes, int[] truth, int[] predicted) {
        double[] scores = new double[truth.length * classes];
        for (int i = 0; i < truth.length; i++) {
            scores[i * classes + predicted[i]] = 1;
        }
        return new ClassScores(truth, scores, classes);
    }

    /** Two classes; the scores are log-odds of class 1. */
    private static ClassScores binary(int[] truth, double... odds) {
        double[] scores = new double[2 * odds.length];
        for (int i = 0; i < odds.length; i++) {
            scores[2 * i + 1] = odds[i];
        }
        return new ClassScores(truth, scores, 2);
    }

    private static void assertUndefined(Metric<ClassScores> metric, ClassScores predictions) {
        assertTrue(Double.isNaN(metric.of(predictions)));
    }

    @Test
    void accuracyIsTheShareOfRightClasses() {
        assertEquals(4 / 6.0, new Accuracy().of(SIX), EXACT);
    }

    @Test
    void macroF1IsTheMeanOverClassesThatOccurOrArePredicted() {
        double f0 = 2 * 2 / (2 * 2 + 0 + 1.0);
        double f1 = 2 * 1 / (2 * 1 + 1 + 1.0);
        double f2 = 2 * 1 / (2 * 1 + 1 + 0.0);
        assertEquals((f0 + f1 + f2) / 3, new MacroF1().of(SIX), EXACT);
    }

    @Test
    void microF1OfSingleLabelsIsTheAccuracy() {
        assertEquals(4 / 6.0, new MicroF1().of(SIX), EXACT);
    }

    @Test
    void aucCountsPairsInOrderAndHalfOfTies() {
        // positives 0.9, 0.5, 0.2; negatives 0.5, 0.1: in order 2 + (0.5 + 1) + 1 = 4.5 of 6
        assertEquals(4.5 / 6, new Auc().of(binary(new int[] {1, 0, 1, 1, 0}, 0.9, 0.5, 0.5, 0.2, 0.1)), EXACT);
    }

    @Test
    void aucOfEqualScoresIsOneHalfAndOfReversedOnesZero() {
        assertEquals(0.5, new Auc().of(binary(new int[] {1, 0, 1, 0, 0}, 3, 3, 3, 3, 3)), 0);
        assertEquals(0, new Auc().of(binary(new int[] {1, 1, 0}, -1, 0, 1)), 0);
    }

    @Test
    void aucDoesNotSaturateWhereProbabilitiesRoundToOne() {
        assertEquals(1, new Auc().of(binary(new int[] {0, 1}, 800, 900)), 0);
    }

    @Test
    void aucOfManyClassesIsTheMeanOverThoseWithExamplesOnBothSides() {
        // class 0 against the rest: perfect; class 1: its example (log-odds 0) above one of two others and tied with none; class 2 has no examples
        ClassScores three = new ClassScores(new int[] {0, 0, 1}, new double[] {5, 0, 0, 4, 4.5, 0, 0, 1, 1}, 3);
        double odds0 = -Math.log(Math.exp(5) + 1);
        double odds1 = 4.5 - Math.log(Math.exp(4) + 1);
        double odds2 = 1 - Math.log(1 + Math.E);
        assertTrue(odds0 < odds2 && odds2 < odds1);
        assertEquals((1 + 0.5) / 2, new Auc().of(three), EXACT);
    }

    @Test
    void aucOfOneClassIsUndefined() {
        assertUndefined(new Auc(), binary(new int[] {1, 1}, 0, 1));
        assertEquals("all 2 examples are of class 1", new Auc().whyUndefined(binary(new int[] {1, 1}, 0, 1)));
    }

    @Test
    void logLossIsTheMeanCrossEntropyOfTheSoftmax() {
        double expected = (-Math.log(0.75) - Math.log(0.5)) / 2;
        assertEquals(expected, new LogLoss().of(binary(new int[] {1, 0}, Math.log(3), 0)), EXACT);
    }

    @Test
    void logLossOfHugeScoresIsFinite() {
        assertEquals(1e6, new LogLoss().of(binary(new int[] {0}, 1e6)), 1e-3);
    }

    @Test
    void errorsOfValues() {
        Values values = new Values(new double[] {1, 2, 3}, new double[] {2, 2, 1});
        assertEquals(5 / 3.0, new MeanSquaredError().of(values), EXACT);
        assertEquals(1, new MeanAbsoluteError().of(values), EXACT);
    }

    @Test
    void clusteringMetricsIgnoreNames() {
        ClassScores renamed = decided(3, new int[] {0, 0, 1, 1, 2}, new int[] {2, 2, 0, 0, 1});
        assertEquals(1, new NormalizedMutualInformation().of(renamed), EXACT);
        assertEquals(1, new AdjustedRandIndex().of(renamed), EXACT);
    }

    @Test
    void clusteringMetricsOfIndependentClusterings() {
        ClassScores independent = decided(2, new int[] {0, 0, 1, 1}, new int[] {0, 1, 0, 1});
        assertEquals(0, new NormalizedMutualInformation().of(independent), EXACT);
        // pairs together 0, expected 2 * 2 / 6, at most 2
        assertEquals((0 - 2 / 3.0) / (2 - 2 / 3.0), new AdjustedRandIndex().of(independent), EXACT);
    }

    @Test
    void clusteringMetricsOfAMixedCase() {
        ClassScores mixed = decided(2, new int[] {0, 0, 0, 1}, new int[] {0, 0, 1, 1});
        double information = 0.5 * Math.log(0.5 / (0.75 * 0.5)) + 0.25 * Math.log(0.25 / (0.75 * 0.5)) + 0.25 * Math.log(0.25 / (0.25 * 0.5));
        double entropies = -0.75 * Math.log(0.75) - 0.25 * Math.log(0.25) + Math.log(2);
        assertEquals(information / (entropies / 2), new NormalizedMutualInformation().of(mixed), EXACT);
        // pairs together 1, truth 3, predicted 2, all 6
        assertEquals((1 - 1.0) / (2.5 - 1), new AdjustedRandIndex().of(mixed), EXACT);
    }

    @Test
    void clusteringMetricsOfOneClusterAreUndefined() {
        ClassScores one = decided(2, new int[3], new int[3]);
        assertUndefined(new NormalizedMutualInformation(), one);
        assertUndefined(new AdjustedRandIndex(), one);
    }

    @Test
    void aucAgreesWithCountingAllPairs() {
        int[] truth = new int[60];
        double[] odds = new double[60];
        Arrays.setAll(truth, i -> i * 7 % 11 % 2);
        Arrays.setAll(odds, i -> i * 13 % 17);
        double won = 0;
        int pairs = 0;
        for (int p = 0; p < 60; p++) {
            for (int n = 0; n < 60; n++) {
                if (truth[p] == 1 && truth[n] == 0) {
                    won += odds[p] > odds[n] ? 1 : odds[p] == odds[n] ? 0.5 : 0;
                    pairs++;
                }
            }
        }
        assertEquals(won / pairs, new Auc().of(binary(truth, odds)), EXACT);
    }
}
