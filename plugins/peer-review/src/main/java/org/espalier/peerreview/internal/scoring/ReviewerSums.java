package org.espalier.peerreview.internal.scoring;

import org.espalier.data.judgment.PairCounts;

/**
 * Counts summed over opponents, [models, reviewers] row by row: all that scores need if opponents do not matter. Arrays are not copied and must not be changed.
 *
 * @param models    m
 * @param reviewers number of reviewers
 * @param points    wins plus half the ties of model j by reviewer s
 * @param wins      wins of j by s
 * @param contests  judgments of s in which j took part
 */
public record ReviewerSums(int models, int reviewers, double[] points, double[] wins, double[] contests) {

    public static ReviewerSums of(PairCounts counts) {
        int reviewers = counts.reviewers();
        int size = Math.multiplyExact(counts.models(), reviewers);
        ReviewerSums sums = new ReviewerSums(counts.models(), reviewers, new double[size], new double[size], new double[size]);
        counts.forEach((j, k, s, firstWins, secondWins, ties) -> {
            sums.add(j * reviewers + s, firstWins, firstWins + secondWins + (double) ties, ties);
            sums.add(k * reviewers + s, secondWins, firstWins + secondWins + (double) ties, ties);
        });
        return sums;
    }

    private void add(int place, int won, double all, int ties) {
        wins[place] += won;
        points[place] += won + 0.5 * ties;
        contests[place] += all;
    }

    /** N: for each model its judgments by the reviewers that take part. */
    public double[] contestsBy(boolean[] active) {
        double[] total = new double[models];
        for (int j = 0; j < models; j++) {
            for (int s = 0; s < reviewers; s++) {
                total[j] += active[s] ? contests[j * reviewers + s] : 0;
            }
        }
        return total;
    }

    /** For each reviewer whether it has any judgment. */
    public boolean[] present() {
        boolean[] present = new boolean[reviewers];
        for (int place = 0; place < contests.length; place++) {
            present[place % reviewers] |= contests[place] > 0;
        }
        return present;
    }

    /** All reviewers. */
    public boolean[] everyone() {
        boolean[] all = new boolean[reviewers];
        java.util.Arrays.fill(all, true);
        return all;
    }
}
