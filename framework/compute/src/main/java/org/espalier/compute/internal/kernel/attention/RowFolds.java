package org.espalier.compute.internal.kernel.attention;

import java.util.function.DoubleBinaryOperator;

import org.espalier.compute.internal.kernel.Vectors;

/**
 * Sums and greatest elements of rows anywhere in arrays of any length, piece by piece, as {@link Vectors} take them. One thread's own.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
final class RowFolds<A> {
    private final Vectors<A> vectors;
    private final A piece;

    /** How a piece becomes one number. */
    private interface Fold<A> {
        double of(A piece, int from, int to);
    }

    RowFolds(Vectors<A> vectors) {
        this.vectors = vectors;
        this.piece = vectors.array(Vectors.PIECE);
    }

    double sum(A x, int from, int to) {
        return fold(x, from, to, vectors::sum, Double::sum);
    }

    double largest(A x, int from, int to) {
        return fold(x, from, to, vectors::largest, Math::max);
    }

    private double fold(A x, int from, int to, Fold<A> fold, DoubleBinaryOperator join) {
        double folded = piece(x, from, to, fold);
        for (int place = from + Vectors.PIECE; place < to; place += Vectors.PIECE) {
            folded = join.applyAsDouble(folded, piece(x, place, to, fold));
        }
        return folded;
    }

    private double piece(A x, int from, int to, Fold<A> fold) {
        int count = Math.min(Vectors.PIECE, to - from);
        System.arraycopy(x, from, piece, 0, count);
        return fold.of(piece, 0, count);
    }
}
