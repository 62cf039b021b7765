package org.espalier.compute.internal.kernel;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.espalier.compute.internal.memory.Raw;

/**
 * Matrix products by OpenBLAS, without ND4J in between. OpenBLAS's own threads are switched off: their number is one for the whole process, so
 * leases would disturb one another, and how a product is divided among them would show in the last bits. Products are divided among a
 * lease's threads instead.
 */
final class Blas {
    static {
        openblas_nolapack.blas_set_num_threads(1);
    }

    private Blas() {
    }

    /** C = A B for a panel of one matrix of a batch, in single precision. */
    static Runnable floats(Matrix a, Matrix b, Matrix c, int matrix, Panel panel) {
        return floats(a, b, c, matrix, panel, 0);
    }

    /** C = A B + {@code share} C for a panel of one matrix of a batch, in single precision. */
    static Runnable floats(Matrix a, Matrix b, Matrix c, int matrix, Panel panel, int share) {
        FloatPointer left = floats(a, matrix, panel.row(), 0);
        FloatPointer right = floats(b, matrix, 0, panel.column());
        FloatPointer result = floats(c, matrix, panel.row(), panel.column());
        int transposeLeft = transpose(a);
        int transposeRight = transpose(b);
        int rows = panel.rows();
        int columns = panel.columns();
        int inner = a.columns();
        int strideA = a.stride();
        int strideB = b.stride();
        int strideC = c.stride();
        return () -> openblas_nolapack.cblas_sgemm(CblasRowMajor, transposeLeft, transposeRight, rows, columns, inner, 1, left, strideA, right, strideB, share, result, strideC);
    }

    /** C = A B for a panel of one matrix of a batch, in double precision. */
    static Runnable doubles(Matrix a, Matrix b, Matrix c, int matrix, Panel panel) {
        return doubles(a, b, c, matrix, panel, 0);
    }

    /** C = A B + {@code share} C for a panel of one matrix of a batch, in double precision. */
    static Runnable doubles(Matrix a, Matrix b, Matrix c, int matrix, Panel panel, int share) {
        DoublePointer left = doubles(a, matrix, panel.row(), 0);
        DoublePointer right = doubles(b, matrix, 0, panel.column());
        DoublePointer result = doubles(c, matrix, panel.row(), panel.column());
        int transposeLeft = transpose(a);
        int transposeRight = transpose(b);
        int rows = panel.rows();
        int columns = panel.columns();
        int inner = a.columns();
        int strideA = a.stride();
        int strideB = b.stride();
        int strideC = c.stride();
        return () -> openblas_nolapack.cblas_dgemm(CblasRowMajor, transposeLeft, transposeRight, rows, columns, inner, 1, left, strideA, right, strideB, share, result, strideC);
    }

    private static FloatPointer floats(Matrix matrix, int index, int row, int column) {
        return new FloatPointer(Raw.bytes(matrix.array())).getPointer(matrix.offset(index, row, column));
    }

    private static DoublePointer doubles(Matrix matrix, int index, int row, int column) {
        return new DoublePointer(Raw.bytes(matrix.array())).getPointer(matrix.offset(index, row, column));
    }

    private static int transpose(Matrix matrix) {
        return matrix.transposed() ? CblasTrans : CblasNoTrans;
    }
}
