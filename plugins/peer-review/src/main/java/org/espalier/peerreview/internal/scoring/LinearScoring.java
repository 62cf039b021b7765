package org.espalier.peerreview.internal.scoring;

import org.espalier.data.judgment.JudgmentData;
import org.espalier.data.judgment.PairCounts;

/**
 * G = R w (Ning et al., arXiv 2402.01830, section 3), in its plain form and in the form with ranks, where a win over a model that stands better by w counts
 * more: R[j,s] = (A[j,s] + (r_j W[j,s] - sum_k W[j,k,s] r_k) / K) / N_j. The ranks carry no gradient.
 *
 * <table><caption>Symbols</caption>
 * <tr><td>A</td><td>{@link ReviewerSums#points}</td></tr>
 * <tr><td>W summed over opponents</td><td>{@link ReviewerSums#wins}</td></tr>
 * <tr><td>N</td><td>{@link #contestsBy}</td></tr>
 * <tr><td>sum_k W r_k</td><td>{@link Opposition}</td></tr>
 * </table>
 */
public final class LinearScoring implements Scoring {
    private final ReviewerSums sums;
    private final Opposition opposition;
    private final Form form;
    private final double[] penalties;

    /**
     * Which form.
     *
     * @param k            K, how little ranks count; infinite for the plain form
     * @param weighted     whether N_j counts judgments by their reviewers' weights, which makes G a ratio of two functions of w
     * @param errorPenalty taken off a model's score, times its weight and its share of judgments with errors
     */
    public record Form(double k, boolean weighted, double errorPenalty) {
        /** Without ranks, unweighted, no penalty. */
        public static final Form PLAIN = new Form(Double.POSITIVE_INFINITY, false, 0);

        /** With ranks. */
        public static Form ranked(double k) {
            return new Form(k, false, 0);
        }
    }

    private LinearScoring(PairCounts counts, Form form, double[] penalties) {
        this.sums = ReviewerSums.of(counts);
        this.opposition = new Opposition(counts);
        this.form = form;
        this.penalties = penalties;
    }

    /** Scores of counts alone: no reviewer's errors are known. */
    public static LinearScoring of(PairCounts counts, Form form) {
        return new LinearScoring(counts, form, new double[counts.models()]);
    }

    /** Scores of data. */
    public static LinearScoring of(JudgmentData data, Form form) {
        double[] penalties = new double[data.models()];
        for (int s = 0; s < penalties.length; s++) {
            penalties[s] = data.tallies().get(s).judgments() == 0 ? 0 : form.errorPenalty() * data.tallies().get(s).errorShare();
        }
        return new LinearScoring(data.counts(), form, penalties);
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
    public Scores at(double[] weights, boolean[] active, double[] previous) {
        double[] rows = rows(weights, active);
        double[] contests = form.weighted() ? weightedContests(weights, active) : sums.contestsBy(active);
        double[] values = new double[sums.models()];
        for (int j = 0; j < values.length; j++) {
            // a model without judgments has points of zero, too
            double scale = 1 / (contests[j] == 0 ? 1 : contests[j]);
            for (int s = 0, at = j * sums.reviewers(); s < sums.reviewers(); s++, at++) {
                rows[at] *= scale;
                values[j] += rows[at] * weights[s];
            }
            if (form.weighted()) {
                subtractContests(rows, j, values[j] * scale, active);
            }
            values[j] -= penalties[j] * weights[j];
            rows[j * sums.reviewers() + j] -= penalties[j];
        }
        return new Scores(values, rows);
    }

    /** R before it is divided by N. */
    private double[] rows(double[] weights, boolean[] active) {
        boolean ranked = !Double.isInfinite(form.k());
        int[] ranks = ranked ? Standing.ranks(weights, sums.models()) : new int[sums.models()];
        double[] beaten = ranked ? opposition.at(ranks) : null;
        double[] rows = new double[sums.points().length];
        for (int j = 0, at = 0; j < sums.models(); j++) {
            for (int s = 0; s < sums.reviewers(); s++, at++) {
                if (active[s]) {
                    rows[at] = sums.points()[at] + (ranked ? (ranks[j] * sums.wins()[at] - beaten[at]) / form.k() : 0);
                }
            }
        }
        return rows;
    }

    private double[] weightedContests(double[] weights, boolean[] active) {
        double[] total = new double[sums.models()];
        for (int j = 0, at = 0; j < total.length; j++) {
            for (int s = 0; s < sums.reviewers(); s++, at++) {
                total[j] += active[s] ? weights[s] * sums.contests()[at] : 0;
            }
        }
        return total;
    }

    /** The quotient rule: d(a/d) = (da - (a/d) dd) / d. */
    private void subtractContests(double[] rows, int j, double scaled, boolean[] active) {
        for (int s = 0, at = j * sums.reviewers(); s < sums.reviewers(); s++, at++) {
            rows[at] -= active[s] ? scaled * sums.contests()[at] : 0;
        }
    }
}
