package org.espalier.compute.internal.kernel.attention;

import java.util.Arrays;

import org.espalier.compute.internal.kernel.Memory;
import org.espalier.compute.internal.kernel.Site;
import org.espalier.compute.internal.kernel.Vectors;

/**
 * Selects neighbours and weighs them, a sample at a time. One thread's own.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
final class SoftmaxSample<A> {
    private static final double NEVER = -1e30;

    private final NeighbourShape shape;
    private final int k;
    private final boolean strict;
    private final Vectors<A> vectors;
    private final RowFolds<A> folds;
    private final Memory<A> scores;
    private final Memory<A> logits;
    private final Memory<A> kept;
    private final Memory<A> weights;
    private final A selected;
    private final A values;
    private final A ofRows;
    private final A piece;
    private final double[] row;

    SoftmaxSample(NeighbourShape shape, int k, boolean strict, Site site, Vectors<A> vectors) {
        this.shape = shape;
        this.k = k;
        this.strict = strict;
        this.vectors = vectors;
        this.folds = new RowFolds<>(vectors);
        this.scores = vectors.memory(site.input());
        this.logits = vectors.memory(site.inputs().get(1));
        this.kept = vectors.memory(site.output());
        this.weights = vectors.memory(site.outputs().get(1));
        this.selected = vectors.array(shape.length());
        this.values = vectors.array(shape.length());
        this.ofRows = vectors.array(shape.length());
        this.piece = vectors.array(Vectors.PIECE);
        this.row = new double[shape.columns()];
    }

    void work(int sample) {
        int place = sample * shape.length();
        scores.read(place, selected, 0, shape.length());
        if (k < shape.columns()) {
            select();
        }
        kept.write(place, selected, 0, shape.length());
        for (int head = 0; head < shape.heads(); head++) {
            logits.read(shape.place(sample, head), values, 0, shape.length());
            vectors.multiply(selected, values, values, shape.length());
            weigh();
            weights.write(shape.place(sample, head), values, 0, shape.length());
        }
    }

    /** With t the k-th greatest of its row, s becomes s - s where t - s is positive, and stays as it is elsewhere. */
    private void select() {
        for (int start = 0; start < shape.length(); start += shape.columns()) {
            Arrays.fill(row, 0);
            vectors.accumulate(selected, start, shape.columns(), row, 0);
            vectors.fill(ofRows, start, start + shape.columns(), Select.greatest(row, shape.columns(), k));
        }
        vectors.subtract(ofRows, selected, ofRows, shape.length());
        vectors.positive(ofRows, ofRows, shape.length());
        vectors.multiply(ofRows, selected, ofRows, shape.length());
        vectors.subtract(selected, ofRows, selected, shape.length());
    }

    /** The greatest logit of a row is taken off first, so nothing overflows. */
    private void weigh() {
        if (strict) {
            exclude();
        }
        for (int start = 0; start < shape.length(); start += shape.columns()) {
            vectors.fill(ofRows, start, start + shape.columns(), folds.largest(values, start, start + shape.columns()));
        }
        vectors.subtract(values, ofRows, values, shape.length());
        powers();
        for (int start = 0; start < shape.length(); start += shape.columns()) {
            vectors.fill(ofRows, start, start + shape.columns(), 1 / folds.sum(values, start, start + shape.columns()));
        }
        vectors.multiply(values, ofRows, values, shape.length());
    }

    private void exclude() {
        for (int j = 0; j < shape.length(); j++) {
            if (vectors.get(selected, j) == 0) {
                vectors.set(values, j, NEVER);
            }
        }
    }

    private void powers() {
        for (int from = 0; from < shape.length(); from += Vectors.PIECE) {
            int count = Math.min(Vectors.PIECE, shape.length() - from);
            System.arraycopy(values, from, piece, 0, count);
            vectors.exp(piece, piece, count);
            System.arraycopy(piece, 0, values, from, count);
        }
    }
}
