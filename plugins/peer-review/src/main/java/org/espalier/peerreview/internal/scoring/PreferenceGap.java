package org.espalier.peerreview.internal.scoring;

import java.util.Arrays;

import org.espalier.data.judgment.PairCounts;

/**
 * How differently two models see their own contest: PG(i, j) = w_i P_i(i > j) - w_j P_j(i > j), where P_s(i > j) is the share of the judgments of s on i and j that i won, ties among all. NaN on the diagonal
 * and where one of them has no such judgment. PG(i, j) need not be -PG(j, i), as ties count for neither.
 *
 * @param values [models, models]
 */
public record PreferenceGap(double[][] values) {

    /** Gaps at weights, one per reviewer. */
    public static PreferenceGap of(PairCounts counts, double[] weights) {
        int m = counts.models();
        double[][] own = new double[m][m];
        double[][] others = new double[m][m];
        for (double[][] matrix : new double[][][] {own, others}) {
            for (double[] row : matrix) {
                Arrays.fill(row, Double.NaN);
            }
        }
        // own[i][j]: i on its win over j; others[i][j]: j on that win
        counts.forEach((j, k, s, firstWins, secondWins, ties) -> {
            double all = firstWins + secondWins + (double) ties;
            if (s == j) {
                own[j][k] = firstWins / all;
                others[k][j] = secondWins / all;
            } else if (s == k) {
                own[k][j] = secondWins / all;
                others[j][k] = firstWins / all;
            }
        });
        double[][] gap = new double[m][m];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < m; j++) {
                gap[i][j] = weights[i] * own[i][j] - weights[j] * others[i][j];
            }
        }
        return new PreferenceGap(gap);
    }

    /** Gaps when all weigh one. */
    public static PreferenceGap unweighted(PairCounts counts) {
        double[] ones = new double[counts.reviewers()];
        Arrays.fill(ones, 1);
        return of(counts, ones);
    }

    /** Mean size where it is defined; NaN if it is nowhere. */
    public double mean() {
        return Arrays.stream(values).flatMapToDouble(Arrays::stream).filter(gap -> !Double.isNaN(gap)).map(Math::abs).average().orElse(Double.NaN);
    }
}
