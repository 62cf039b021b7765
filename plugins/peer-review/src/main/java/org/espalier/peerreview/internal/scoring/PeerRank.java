package org.espalier.peerreview.internal.scoring;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * PRD (Li et al., arXiv 2307.02762): weights start equal; in each round models are scored with the weights scaled to mean 1 over the reviewers that reviewed, and their scores,
 * stretched to [0, 1] over those reviewers and divided by their sum, are the next weights. If all are equal the weights stay equal.
 *
 * @param scores  of the last round
 * @param weights that would be next
 */
public record PeerRank(double[] scores, double[] weights) {

    /**
     * Runs the rounds.
     *
     * @param present for each reviewer whether it reviewed
     * @param models  number of models; reviewers after them have no score and keep weight 1 before scaling
     * @param rounds  at least 1
     * @param scoring scores by weights
     */
    public static PeerRank of(boolean[] present, int models, int rounds, UnaryOperator<double[]> scoring) {
        double[] weights = new double[present.length];
        for (int s = 0; s < weights.length; s++) {
            weights[s] = present[s] ? 1 : 0;
        }
        double[] scores = {};
        for (int round = 0; round < rounds; round++) {
            double mean = mean(weights, present);
            scores = scoring.apply(Arrays.stream(weights).map(weight -> weight / mean).toArray());
            weights = normalised(scores, present, models);
        }
        return new PeerRank(scores, weights);
    }

    private static double mean(double[] weights, boolean[] present) {
        int count = 0;
        double sum = 0;
        for (int s = 0; s < weights.length; s++) {
            count += present[s] ? 1 : 0;
            sum += present[s] ? weights[s] : 0;
        }
        return sum / count;
    }

    private static double[] normalised(double[] scores, boolean[] present, int models) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int s = 0; s < models; s++) {
            least = present[s] ? Math.min(least, scores[s]) : least;
            greatest = present[s] ? Math.max(greatest, scores[s]) : greatest;
        }
        double[] weights = new double[present.length];
        for (int s = 0; s < weights.length; s++) {
            boolean stretched = s < models && greatest > least;
            weights[s] = !present[s] ? 0 : stretched ? (scores[s] - least) / (greatest - least) : 1;
        }
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }
}
