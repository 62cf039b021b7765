package org.espalier.compute.internal.kernel.pairs;

import org.espalier.compute.internal.kernel.Memory;
import org.espalier.compute.internal.kernel.Vectors;
import org.espalier.compute.internal.memory.NativeMemory;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A matrix outside the heap, for products, and its copy on the heap, for loops.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
final class Exchange<A> {
    private final INDArray matrix;
    private final Memory<A> memory;
    private final A copy;
    private final int columns;

    Exchange(DataType type, int rows, int columns, Vectors<A> vectors, NativeMemory memory) {
        this.matrix = memory.array(type, rows, columns);
        this.memory = vectors.memory(matrix);
        this.copy = vectors.array(rows * columns);
        this.columns = columns;
    }

    /** The first rows, outside the heap. */
    INDArray rows(int rows) {
        return NativeMemory.part(matrix, 0, rows, columns);
    }

    /** The copy. */
    A copy() {
        return copy;
    }

    /** Numbers in some rows. */
    int length(int rows) {
        return rows * columns;
    }

    /** The copy of the first rows, brought up to date. */
    A pull(int rows) {
        memory.read(0, copy, 0, length(rows));
        return copy;
    }

    /** Writes the copy's first rows. */
    void push(int rows) {
        memory.write(0, copy, 0, length(rows));
    }

    /** Reads a block into the beginning of an array. */
    void read(int block, A to, int length) {
        memory.read(block * length, to, 0, length);
    }

    /** Writes a block from the beginning of an array. */
    void write(int block, A from, int length) {
        memory.write(block * length, from, 0, length);
    }
}
