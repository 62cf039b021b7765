package org.espalier.compute.internal.kernel;

/**
 * Pieces of one chunk on their way to a row of sums, added up place by place; now and then, before single precision would show, the sums take them over.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
final class Lanes<A> {
    private static final int MOST_PIECES = 64;

    private final int row;
    private final double[] sums;
    private A lanes;
    private int count;
    private int pieces;

    /**
     * @param row  pieces begin at multiples of it
     * @param sums of that length
     */
    Lanes(int row, double[] sums) {
        this.row = row;
        this.sums = sums;
    }

    void add(A values, int length, Vectors<A> vectors) {
        if (lanes == null) {
            lanes = vectors.array(Vectors.PIECE);
        }
        if (length > count) {
            vectors.fill(lanes, count, length, 0);
            count = length;
        }
        vectors.add(lanes, values, lanes, length);
        pieces++;
        if (pieces == MOST_PIECES) {
            flush(vectors);
        }
    }

    /** Empties the lanes. */
    void flush(Vectors<A> vectors) {
        if (row == 1 && count > 0) {
            sums[0] += vectors.sum(lanes, 0, count);
        } else {
            for (int from = 0; from < count; from += row) {
                vectors.accumulate(lanes, from, Math.min(row, count - from), sums, 0);
            }
        }
        count = 0;
        pieces = 0;
    }
}
