package org.espalier.peerreview.internal.scoring;

import java.util.Arrays;

import org.espalier.api.metric.Predictions.Ranking;

/** Plain scores at weights that are given, not learned. */
public final class FixedWeights {
    private FixedWeights() {
    }

    /** Scores at weights, one per reviewer. Judgments of a reviewer of weight 0 give no points but count among a model's judgments. */
    public static double[] scores(Scoring scoring, double[] weights) {
        boolean[] all = new boolean[weights.length];
        Arrays.fill(all, true);
        return scores(scoring, weights, all);
    }

    /** Scores at weights of the reviewers that take part. */
    public static double[] scores(Scoring scoring, double[] weights, boolean[] active) {
        return scoring.at(weights, active, new double[scoring.models()]).values();
    }

    /** Every reviewer counts as one: the average points per judgment. */
    public static double[] uniform(Scoring scoring) {
        double[] ones = new double[scoring.reviewers()];
        Arrays.fill(ones, 1);
        return scores(scoring, ones);
    }

    /** One reviewer's own scores: no other's judgments count. */
    public static double[] single(Scoring scoring, int reviewer) {
        double[] weights = new double[scoring.reviewers()];
        boolean[] active = new boolean[weights.length];
        weights[reviewer] = 1;
        active[reviewer] = true;
        return scores(scoring, weights, active);
    }

    /**
     * Weights evenly from 1 for the first model of the true order to 0 for the last; 0.5 for models without a true place.
     *
     * @param truth     true place of each model, {@link Ranking#UNKNOWN} where it is not known
     * @param reviewers number of reviewers; those after the models weigh 0.5
     */
    public static double[] forward(int[] truth, int reviewers) {
        long known = Arrays.stream(truth).filter(place -> place != Ranking.UNKNOWN).count();
        double[] weights = new double[reviewers];
        for (int s = 0; s < reviewers; s++) {
            boolean placed = s < truth.length && truth[s] != Ranking.UNKNOWN;
            weights[s] = !placed ? 0.5 : known == 1 ? 1 : 1 - truth[s] / (known - 1.0);
        }
        return weights;
    }

    /** The other way round: 0 for the first. */
    public static double[] backward(int[] truth, int reviewers) {
        return Arrays.stream(forward(truth, reviewers)).map(weight -> 1 - weight).toArray();
    }
}
