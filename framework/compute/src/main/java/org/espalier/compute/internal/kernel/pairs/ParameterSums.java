package org.espalier.compute.internal.kernel.pairs;

import java.util.List;
import java.util.stream.Stream;

import org.espalier.compute.internal.kernel.Vectors;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The gradient by a parameter: each tile adds up its own part, and the parts are added in the tiles' order, so the thread count does not show.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
final class ParameterSums<A> {
    private final Vectors<A> vectors;
    private final INDArray gradient;
    private final int length;
    private final List<A> sums;

    ParameterSums(INDArray gradient, int tiles, Vectors<A> vectors) {
        this.vectors = vectors;
        this.gradient = gradient;
        this.length = Math.toIntExact(gradient.length());
        this.sums = Stream.generate(() -> vectors.array(length)).limit(tiles).toList();
    }

    void clear(int tile) {
        vectors.fill(sums.get(tile), 0, length, 0);
    }

    /** Adds a part to a tile's sum; by the tile's thread. */
    void add(int tile, A part) {
        vectors.add(sums.get(tile), part, sums.get(tile), length);
    }

    /** Writes the gradient, when all tiles are done. */
    void store() {
        A sum = sums.get(0);
        for (A other : sums.subList(1, sums.size())) {
            vectors.add(sum, other, sum, length);
        }
        vectors.memory(gradient).write(0, sum, 0, length);
    }
}
