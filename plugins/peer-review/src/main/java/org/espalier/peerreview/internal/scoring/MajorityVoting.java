package org.espalier.peerreview.internal.scoring;

import java.util.Arrays;

import org.espalier.data.judgment.Judgments;

/** Per question and pair one point goes to the model that more reviewers favour, half a point to each if as many favour either; a model's score is its points per contest. */
public final class MajorityVoting {
    private static final int VOTES = 3;

    private final int models;
    private final double[] points;
    private final double[] contests;

    private MajorityVoting(int models) {
        this.models = models;
        this.points = new double[models];
        this.contests = new double[models];
    }

    /** Scores of all models; 0 for one without contests. */
    public static double[] scores(Judgments judgments, int models) {
        MajorityVoting voting = new MajorityVoting(models);
        voting.count(judgments);
        return voting.scores();
    }

    /** Sorts contests, each with the vote of one judgment in its lowest digit, so that votes on one contest stand together. */
    private void count(Judgments judgments) {
        long[] votes = judgments.contests(models);
        for (int i = 0; i < votes.length; i++) {
            double ofLower = judgments.first()[i] < judgments.second()[i] ? judgments.points(i) : 1 - judgments.points(i);
            votes[i] = votes[i] * VOTES + (int) (2 * ofLower);
        }
        Arrays.sort(votes);
        for (int from = 0, to; from < votes.length; from = to) {
            int lead = 0;
            for (to = from; to < votes.length && votes[to] / VOTES == votes[from] / VOTES; to++) {
                lead += (int) (votes[to] % VOTES) - 1;
            }
            award(votes[from] / VOTES % ((long) models * (models - 1) / 2), lead > 0 ? 1 : lead < 0 ? 0 : 0.5);
        }
    }

    private void award(long pair, double toLower) {
        int j = 0;
        long place = pair;
        while (place >= models - 1 - j) {
            place -= models - 1 - j;
            j++;
        }
        int k = (int) place + j + 1;
        points[j] += toLower;
        points[k] += 1 - toLower;
        contests[j]++;
        contests[k]++;
    }

    private double[] scores() {
        double[] scores = new double[models];
        Arrays.setAll(scores, j -> points[j] / Math.max(1, contests[j]));
        return scores;
    }
}
