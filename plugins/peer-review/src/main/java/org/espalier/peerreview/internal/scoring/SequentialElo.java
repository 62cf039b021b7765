package org.espalier.peerreview.internal.scoring;

import java.util.Arrays;

import org.espalier.data.judgment.Judgments;

/** Elo ratings updated judgment by judgment: start 1000, K = 32, base 10, spread 400, each update times the reviewer's weight. The order of judgments matters. */
public final class SequentialElo {
    private static final double START = 1000;
    private static final double STEP = 32;

    private SequentialElo() {
    }

    /** Ratings after all judgments, in their order. */
    public static double[] ratings(Judgments judgments, int models, double[] weights) {
        double[] ratings = new double[models];
        Arrays.fill(ratings, START);
        for (int i = 0; i < judgments.size(); i++) {
            int a = judgments.first()[i];
            int b = judgments.second()[i];
            double change = STEP * weights[judgments.reviewers()[i]] * (judgments.points(i) - EloScoring.expected(ratings[a], ratings[b]));
            ratings[a] += change;
            ratings[b] -= change;
        }
        return ratings;
    }
}
