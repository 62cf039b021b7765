package org.espalier.peerreview.internal.scoring;

import org.espalier.data.judgment.PairCounts;

/**
 * Elo scores of all judgments at once: G_j = 1000 + factor * sum_k,s w_s (W[j,k,s] + T[j,k,s] / 2 - n[j,k,s] E_jk) with E_jk = 1 / (1 + 10^((G_k - G_j) / 400)) of the epoch before, which
 * carries no gradient. The paper's code lacks its own Elo form, so its grades cannot be reproduced; this batch form is a choice of this plugin.
 */
public final class EloScoring implements Scoring {
    private static final double START = 1000;
    private static final double SPREAD = 400;

    private final PairCounts counts;
    private final ReviewerSums sums;
    private final double factor;

    public EloScoring(PairCounts counts, double factor) {
        this.counts = counts;
        this.sums = ReviewerSums.of(counts);
        this.factor = factor;
    }

    /** E: the share of points that a model of the first score is expected to take from one of the second. */
    static double expected(double own, double other) {
        return 1 / (1 + Math.pow(10, (other - own) / SPREAD));
    }

    @Override
    public int models() {
        return sums.models();
    }

    @Override
    public int reviewers() {
        return sums.reviewers();
    }

    @Override
    public boolean[] present() {
        return sums.present();
    }

    @Override
    public double[] contestsBy(boolean[] active) {
        return sums.contestsBy(active);
    }

    @Override
    public double start() {
        return START;
    }

    @Override
    public Scores at(double[] weights, boolean[] active, double[] previous) {
        double[] rows = surplus(previous);
        double[] values = new double[sums.models()];
        for (int j = 0, at = 0; j < values.length; j++) {
            values[j] = START;
            for (int s = 0; s < sums.reviewers(); s++, at++) {
                rows[at] = active[s] ? factor * rows[at] : 0;
                values[j] += rows[at] * weights[s];
            }
        }
        return new Scores(values, rows);
    }

    /** Points taken beyond those expected. */
    private double[] surplus(double[] previous) {
        double[] rows = sums.points().clone();
        int[] reviewer = counts.reviewer();
        for (int j = 0, pair = 0; j < sums.models(); j++) {
            for (int k = j + 1; k < sums.models(); k++, pair++) {
                double ofJ = expected(previous[j], previous[k]);
                double ofK = expected(previous[k], previous[j]);
                for (int cell = counts.pairStart()[pair]; cell < counts.pairStart()[pair + 1]; cell++) {
                    double contests = counts.firstWins()[cell] + counts.secondWins()[cell] + (double) counts.ties()[cell];
                    rows[j * sums.reviewers() + reviewer[cell]] -= contests * ofJ;
                    rows[k * sums.reviewers() + reviewer[cell]] -= contests * ofK;
                }
            }
        }
        return rows;
    }
}
