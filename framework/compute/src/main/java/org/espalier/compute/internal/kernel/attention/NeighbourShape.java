package org.espalier.compute.internal.kernel.attention;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Sizes of logits [B, H, M, N].
 *
 * @param batch   B
 * @param heads   H
 * @param rows    M
 * @param columns N
 */
record NeighbourShape(int batch, int heads, int rows, int columns) {

    static NeighbourShape of(INDArray logits) {
        return new NeighbourShape(size(logits, 0), size(logits, 1), size(logits, 2), size(logits, 3));
    }

    private static int size(INDArray array, int dimension) {
        return Math.toIntExact(array.size(dimension));
    }

    /** Neighbours of all rows of a sample. */
    int length() {
        return rows * columns;
    }

    /** Where a head of a sample begins. */
    int place(int sample, int head) {
        return (sample * heads + head) * length();
    }
}
