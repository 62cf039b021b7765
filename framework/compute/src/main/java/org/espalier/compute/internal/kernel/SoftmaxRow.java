package org.espalier.compute.internal.kernel;

import java.util.ArrayList;
import java.util.List;

/**
 * The softmax of one row of scores, piece by piece. Belongs to one thread.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
final class SoftmaxRow<A> {
    private final Vectors<A> vectors;
    private final int length;
    private final List<A> scores = new ArrayList<>();
    private final List<A> powers = new ArrayList<>();
    private double factor;

    SoftmaxRow(Vectors<A> vectors, int length) {
        this.vectors = vectors;
        this.length = length;
        for (int from = 0; from < length; from += Vectors.PIECE) {
            scores.add(vectors.array(Vectors.PIECE));
            powers.add(vectors.array(Vectors.PIECE));
        }
    }

    private int count(int piece) {
        return Math.min(Vectors.PIECE, length - piece * Vectors.PIECE);
    }

    /** Takes a row, and returns the logarithm of the sum of its powers. */
    double read(Memory<A> memory, int from) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int piece = 0; piece < scores.size(); piece++) {
            memory.read(from + piece * Vectors.PIECE, scores.get(piece), 0, count(piece));
            largest = Math.max(largest, vectors.largest(scores.get(piece), 0, count(piece)));
        }
        double sum = 0;
        for (int piece = 0; piece < scores.size(); piece++) {
            vectors.shift(scores.get(piece), -largest, scores.get(piece), count(piece));
            vectors.exp(scores.get(piece), powers.get(piece), count(piece));
            sum += vectors.sum(powers.get(piece), 0, count(piece));
        }
        factor = 1 / sum;
        return largest + Math.log(sum);
    }

    /** Writes the softmax of the row. */
    void write(Memory<A> memory, int from) {
        for (int piece = 0; piece < powers.size(); piece++) {
            vectors.scale(powers.get(piece), factor, powers.get(piece), count(piece));
            memory.write(from + piece * Vectors.PIECE, powers.get(piece), 0, count(piece));
        }
    }
}
