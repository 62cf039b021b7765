package org.espalier.data.judgment;

import java.util.Arrays;

import org.espalier.data.internal.judgment.CellCounter;
import org.espalier.data.internal.judgment.DenseCells;
import org.espalier.data.internal.judgment.SortedCells;

/**
 * Counts judgments as they come. While all possible cells fit into {@value #DENSE_CELLS} counters it has one for each; above, it keeps sorted runs of those that occur.
 * For one thread; builders of several threads are merged.
 */
public final class PairCountsBuilder {
    private static final int DENSE_CELLS = 16 << 20;
    /** Outcomes for the lower model: of judgments that name it first, then of the others. */
    private static final int[] TURNED = {VerdictPair.FIRST_WINS, VerdictPair.SECOND_WINS, VerdictPair.TIE, VerdictPair.SECOND_WINS, VerdictPair.FIRST_WINS, VerdictPair.TIE};

    private final int models;
    private final int reviewers;
    private final CellCounter cells;

    public PairCountsBuilder(int models, int reviewers) {
        this.models = models;
        this.reviewers = reviewers;
        long possible = (long) PairCounts.pairs(models) * reviewers * VerdictPair.OUTCOMES;
        this.cells = possible <= DENSE_CELLS ? new DenseCells((int) possible) : new SortedCells();
    }

    /** Counts a judgment. */
    public void add(int first, int second, int reviewer, int outcome) {
        cells.count(key(first, second, reviewer, outcome));
    }

    /** Counts several equal judgments. */
    public void add(int first, int second, int reviewer, int outcome, int times) {
        cells.count(key(first, second, reviewer, outcome), times);
    }

    /** Judgments come with their models in either order, so that a branch would be taken unforeseeably. */
    private long key(int first, int second, int reviewer, int outcome) {
        int turned = second - first >>> 31;
        return (PairCounts.pair(models, Math.min(first, second), Math.max(first, second)) * reviewers + reviewer) * VerdictPair.OUTCOMES + TURNED[turned * VerdictPair.OUTCOMES + outcome];
    }

    /** Counts what another builder of the same sizes counted. */
    public void merge(PairCountsBuilder other) {
        cells.merge(other.cells);
    }

    /** The counts so far. */
    public PairCounts build() {
        Filling filling = new Filling(cells.cells());
        cells.forEach(filling::take);
        return filling.done();
    }

    /** Turns the ordered cells into columns. */
    private final class Filling {
        private final int[] pairStart = new int[PairCounts.pairs(models) + 1];
        private final int[] reviewer;
        private final int[] firstWins;
        private final int[] secondWins;
        private final int[] ties;
        private int size;
        private int pair;

        Filling(int cells) {
            reviewer = new int[cells];
            firstWins = new int[cells];
            secondWins = new int[cells];
            ties = new int[cells];
        }

        void take(long cell, int first, int second, int tie) {
            while (cell >= (pair + 1L) * reviewers) {
                pairStart[++pair] = size;
            }
            reviewer[size] = (int) (cell - (long) pair * reviewers);
            firstWins[size] = first;
            secondWins[size] = second;
            ties[size++] = tie;
        }

        PairCounts done() {
            Arrays.fill(pairStart, pair + 1, pairStart.length, size);
            return new PairCounts(models, reviewers, pairStart, reviewer, firstWins, secondWins, ties);
        }
    }
}
