package org.espalier.data.judgment;

import org.espalier.data.internal.judgment.CellCounter;
import org.espalier.data.internal.judgment.DenseCells;
import org.espalier.data.internal.judgment.SortedCells;

/**
 * Counts judgments as they come. While all possible cells fit into {@value #DENSE_CELLS} counters it has one for each; above, it keeps sorted runs of those that occur.
 * For one thread; builders of several threads are merged.
 */
public final class PairCountsBuilder {
    private static final int DENSE_CELLS = 16 << 20;

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

    private long key(int first, int second, int reviewer, int outcome) {
        if (first < second) {
            return (PairCounts.pair(models, first, second) * reviewers + reviewer) * VerdictPair.OUTCOMES + outcome;
        }
        int turned = outcome == VerdictPair.TIE ? outcome : 1 - outcome;
        return (PairCounts.pair(models, second, first) * reviewers + reviewer) * VerdictPair.OUTCOMES + turned;
    }

    /** Counts what another builder of the same sizes counted. */
    public void merge(PairCountsBuilder other) {
        cells.merge(other.cells);
    }

    /** The counts so far. */
    public PairCounts build() {
        int[] size = new int[1];
        long[] last = {-1};
        cells.forEach((key, count) -> {
            size[0] += key / VerdictPair.OUTCOMES == last[0] ? 0 : 1;
            last[0] = key / VerdictPair.OUTCOMES;
        });
        Filling filling = new Filling(size[0]);
        cells.forEach(filling::take);
        return filling.done();
    }

    /** Turns the ordered keys into columns. */
    private final class Filling {
        private final int[] pairStart = new int[PairCounts.pairs(models) + 1];
        private final int[] reviewer;
        private final int[][] counts;
        private long lastCell = -1;
        private int at = -1;

        Filling(int size) {
            reviewer = new int[size];
            counts = new int[VerdictPair.OUTCOMES][size];
        }

        void take(long key, int count) {
            long cell = key / VerdictPair.OUTCOMES;
            if (cell != lastCell) {
                lastCell = cell;
                reviewer[++at] = (int) (cell % reviewers);
                pairStart[(int) (cell / reviewers) + 1]++;
            }
            counts[(int) (key % VerdictPair.OUTCOMES)][at] += count;
        }

        PairCounts done() {
            for (int pair = 0; pair + 1 < pairStart.length; pair++) {
                pairStart[pair + 1] += pairStart[pair];
            }
            return new PairCounts(models, reviewers, pairStart, reviewer, counts[VerdictPair.FIRST_WINS], counts[VerdictPair.SECOND_WINS], counts[VerdictPair.TIE]);
        }
    }
}
