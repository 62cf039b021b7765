package org.espalier.peerreview.internal.scoring;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongPredicate;

import org.espalier.data.judgment.Judgments;

/** The exam of PRE (Chu et al., arXiv 2401.15641): how often reviewers agree with people on a few contests. */
public final class Exam {
    private Exam() {
    }

    /**
     * Weights by accuracy: those under the threshold get none; if all are, the best one alone counts.
     *
     * @param accuracy of each reviewer; NaN if it sat no exam
     */
    public static double[] weights(double[] accuracy, double threshold) {
        double[] weights = Arrays.stream(accuracy).map(share -> share >= threshold ? share : 0).toArray();
        if (Arrays.stream(weights).sum() == 0) {
            int best = 0;
            for (int s = 1; s < accuracy.length; s++) {
                best = accuracy[s] > accuracy[best] || Double.isNaN(accuracy[best]) ? s : best;
            }
            weights[best] = 1;
        }
        return weights;
    }

    /** Plain scores at these weights; judgments of reviewers without weight do not count at all. */
    public static double[] scores(Scoring scoring, double[] weights) {
        boolean[] active = new boolean[weights.length];
        for (int s = 0; s < active.length; s++) {
            active[s] = weights[s] > 0;
        }
        return FixedWeights.scores(scoring, weights, active);
    }

    /**
     * Share of contests on which each reviewer has the same outcome as the examiner's judgments together; NaN where there is none.
     *
     * @param judgments of all
     * @param examiner  index of the reviewer who is right
     * @param contests  whether a contest belongs to the exam
     */
    public static double[] accuracy(Judgments judgments, int models, int reviewers, int examiner, LongPredicate contests) {
        long[] keys = judgments.contests(models);
        Map<Long, Double> right = new HashMap<>();
        for (int i = 0; i < keys.length; i++) {
            if (judgments.reviewers()[i] == examiner && contests.test(keys[i])) {
                right.merge(keys[i], lead(judgments, i), Double::sum);
            }
        }
        double[] hits = new double[reviewers];
        double[] sat = new double[reviewers];
        for (int i = 0; i < keys.length; i++) {
            if (right.containsKey(keys[i])) {
                sat[judgments.reviewers()[i]]++;
                hits[judgments.reviewers()[i]] += Math.signum(right.get(keys[i])) == Math.signum(lead(judgments, i)) ? 1 : 0;
            }
        }
        Arrays.setAll(hits, s -> hits[s] / sat[s]);
        return hits;
    }

    /** Points beyond half of the model with the lower index. */
    private static double lead(Judgments judgments, int i) {
        double ofFirst = judgments.points(i) - 0.5;
        return judgments.first()[i] < judgments.second()[i] ? ofFirst : -ofFirst;
    }
}
