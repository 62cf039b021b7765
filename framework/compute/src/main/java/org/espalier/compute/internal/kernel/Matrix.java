package org.espalier.compute.internal.kernel;

import java.util.Arrays;

import org.espalier.compute.internal.memory.NativeMemory;
import org.espalier.compute.internal.memory.Raw;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * An array in C order seen as a batch of matrices, or of their transposes: [..., rows, columns].
 *
 * @param array      the array, of rank 2 or more
 * @param transposed whether each matrix is transposed
 */
record Matrix(INDArray array, boolean transposed) {

    Matrix turned() {
        return new Matrix(array, !transposed);
    }

    int rows() {
        return size(transposed ? 1 : 2);
    }

    int columns() {
        return size(transposed ? 2 : 1);
    }

    /** Distance of two rows in memory, before the transposition. */
    int stride() {
        return size(1);
    }

    /** Number of matrices. */
    int batch() {
        return Math.toIntExact(NativeMemory.length(leading()));
    }

    /** Where an element of a matrix is. */
    long offset(int matrix, int row, int column) {
        return (long) matrix * rows() * columns() + (transposed ? row + (long) column * stride() : column + (long) row * stride());
    }

    /** Whether these two and {@code result} are batches of the same shape, in memory order and of one type. */
    boolean fits(Matrix right, Matrix result) {
        return isPlain() && right.isPlain() && result.isPlain() && columns() == right.rows() && rows() == result.rows() && right.columns() == result.columns()
                && Arrays.equals(leading(), right.leading()) && Arrays.equals(leading(), result.leading())
                && array.dataType() == right.array.dataType() && array.dataType() == result.array.dataType();
    }

    private boolean isPlain() {
        return array.rank() >= 2 && array.length() > 0 && Raw.isDense(array);
    }

    private long[] leading() {
        return Arrays.copyOf(array.shape(), array.rank() - 2);
    }

    private int size(int fromEnd) {
        return Math.toIntExact(array.size(array.rank() - fromEnd));
    }
}
