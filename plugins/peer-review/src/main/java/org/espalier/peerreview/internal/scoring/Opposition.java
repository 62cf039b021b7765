package org.espalier.peerreview.internal.scoring;

import java.util.Arrays;

import org.espalier.data.judgment.PairCounts;

/** sum_k W[j,k,s] r_k for all j and s: the ranks of those whom j beat, summed. Kept while the ranks stay as they are; costs a pass over the cells otherwise. */
final class Opposition {
    private final PairCounts counts;
    private int[] ranks = {};
    private double[] sums;

    Opposition(PairCounts counts) {
        this.counts = counts;
    }

    /** The sums, [models, reviewers] row by row; the same array until the ranks change. */
    double[] at(int[] newRanks) {
        if (!Arrays.equals(ranks, newRanks)) {
            ranks = newRanks.clone();
            sums = new double[counts.models() * counts.reviewers()];
            sum();
        }
        return sums;
    }

    private void sum() {
        int[] reviewer = counts.reviewer();
        int[] firstWins = counts.firstWins();
        int[] secondWins = counts.secondWins();
        for (int j = 0, pair = 0; j < counts.models(); j++) {
            int rowJ = j * counts.reviewers();
            for (int k = j + 1; k < counts.models(); k++, pair++) {
                int rowK = k * counts.reviewers();
                double rankJ = ranks[j];
                double rankK = ranks[k];
                for (int cell = counts.pairStart()[pair]; cell < counts.pairStart()[pair + 1]; cell++) {
                    sums[rowJ + reviewer[cell]] += firstWins[cell] * rankK;
                    sums[rowK + reviewer[cell]] += secondWins[cell] * rankJ;
                }
            }
        }
    }
}
