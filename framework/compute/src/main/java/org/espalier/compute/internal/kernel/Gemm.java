package org.espalier.compute.internal.kernel;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.espalier.compute.internal.memory.Raw;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Products by OpenBLAS of blocks that move about in their arrays. */
interface Gemm {
    /** C = A B + beta C. */
    void run(int rows, int columns, int inner, Block a, Block b, double beta, Block c);

    /**
     * A matrix somewhere in an array. One thread's own.
     *
     * @param array    where it is, and what keeps the memory alive: a pointer does not
     * @param begin    its first element
     * @param stride   distance of two rows
     * @param isTurned whether its transpose is meant
     */
    record Block(INDArray array, Pointer begin, int stride, boolean isTurned) {

        static Block of(INDArray array, int stride) {
            return new Block(array, array.dataType() == DataType.FLOAT ? new FloatPointer(Raw.bytes(array)) : new DoublePointer(Raw.bytes(array)), stride, false);
        }

        Block turned() {
            return new Block(array, begin, stride, !isTurned);
        }

        /** Moves this block, and those that were turned from it. */
        void move(long element) {
            begin.position(element);
        }

        private int order() {
            return isTurned ? CblasTrans : CblasNoTrans;
        }
    }

    /** For arrays of this type, float or double. */
    static Gemm of(DataType type) {
        return type == DataType.FLOAT ? Gemm::floats : Gemm::doubles;
    }

    private static void floats(int rows, int columns, int inner, Block a, Block b, double beta, Block c) {
        openblas_nolapack.cblas_sgemm(CblasRowMajor, a.order(), b.order(), rows, columns, inner, 1, (FloatPointer) a.begin, a.stride, (FloatPointer) b.begin, b.stride,
                (float) beta, (FloatPointer) c.begin, c.stride);
    }

    private static void doubles(int rows, int columns, int inner, Block a, Block b, double beta, Block c) {
        openblas_nolapack.cblas_dgemm(CblasRowMajor, a.order(), b.order(), rows, columns, inner, 1, (DoublePointer) a.begin, a.stride, (DoublePointer) b.begin, b.stride, beta,
                (DoublePointer) c.begin, c.stride);
    }
}
