package org.espalier.compute.internal.update;

import org.espalier.compute.internal.memory.NativeMemory;

/**
 * A parameter within its vector.
 *
 * @param name   of the parameter
 * @param offset of its first element
 */
public record Tensor(String name, long offset, long[] shape) {
    int length() {
        return Math.toIntExact(NativeMemory.length(shape));
    }

    /** Size of the last dimension. */
    int columns() {
        return shape.length == 0 ? 1 : Math.toIntExact(shape[shape.length - 1]);
    }

    /** Size of the dimension before the last; 1 for a vector. */
    int rows() {
        return shape.length < 2 ? 1 : Math.toIntExact(shape[shape.length - 2]);
    }

    /** Number of matrices. */
    int matrices() {
        return length() / Math.max(1, rows() * columns());
    }
}
