package org.espalier.compute.internal.kernel.pairs;

import org.espalier.compute.internal.kernel.Kernel;
import org.espalier.compute.internal.kernel.MatmulKernels;
import org.espalier.compute.internal.kernel.Vectors;
import org.espalier.compute.internal.memory.NativeMemory;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What one thread's tiles contribute to the gradient by a matrix: X^T G, where X went through the matrix and G is the gradient by what came out.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
final class ParameterGradient<A> {
    private final ParameterSums<A> sums;
    private final Exchange<A> part;
    private final Kernel[] products;
    private final int rows;

    /**
     * @param from  X, for a number of rows
     * @param after G, for a number of rows
     */
    ParameterGradient(PairShape shape, ParameterSums<A> sums, int rows, int columns, Rows from, Rows after, Vectors<A> vectors, MatmulKernels matmul, NativeMemory memory) {
        this.sums = sums;
        this.rows = rows;
        this.part = new Exchange<>(shape.type(), rows, columns, vectors, memory);
        this.products = shape.each(count -> matmul.product(from.first(count), true, after.first(count), false, part.rows(rows)));
    }

    /** The first rows of a matrix. */
    interface Rows {
        INDArray first(int count);
    }

    void begin(int tile) {
        sums.clear(tile);
    }

    void add(int tile, PairChunk chunk) {
        products[chunk.count()].run(0);
        sums.add(tile, part.pull(rows));
    }
}
