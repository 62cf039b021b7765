package org.espalier.compute.internal;

import java.util.stream.IntStream;

import org.espalier.compute.internal.kernel.MatmulKernels;
import org.espalier.compute.internal.kernel.Team;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Whether OpenBLAS multiplies rightly on this processor: 0.3.19 does not when it takes its kernels for Cooper Lake, for doubles and from some hundred rows and columns on. The products of
 * small whole numbers are exact in either precision.
 */
final class ProductCheck {
    private static final int ROWS = 65;
    private static final int INNER = 700;
    private static final int COLUMNS = 333;

    private ProductCheck() {
    }

    /** @throws IllegalStateException if a product came out wrong */
    static void run() {
        check(DataType.FLOAT);
        check(DataType.DOUBLE);
    }

    private static void check(DataType type) {
        try (INDArray a = whole(ROWS, INNER, type); INDArray b = whole(INNER, COLUMNS, type); INDArray product = Nd4j.create(type, ROWS, COLUMNS)) {
            new MatmulKernels(Team.SINGLE).product(a, false, b, false, product).run(0);
            require(a.data().asDouble(), b.data().asDouble(), product.data().asDouble());
        }
    }

    private static INDArray whole(int rows, int columns, DataType type) {
        double[] values = IntStream.range(0, rows * columns).mapToDouble(i -> i * 31L % 17 - 8).toArray();
        return Nd4j.createFromArray(values).reshape(rows, columns).castTo(type);
    }

    /** Sums over a row of A B are products of A with the sums over B's rows. */
    static void require(double[] a, double[] b, double[] product) {
        double[] sums = sums(b, INNER);
        double[] found = sums(product, ROWS);
        for (int row = 0; row < ROWS; row++) {
            double expected = 0;
            for (int k = 0; k < INNER; k++) {
                expected += a[row * INNER + k] * sums[k];
            }
            if (found[row] != expected) {
                throw new IllegalStateException("OpenBLAS multiplies wrongly on this processor: the sum of row " + row + " of a product is " + found[row] + ", not " + expected
                        + ". Set OPENBLAS_CORETYPE to SkylakeX or Haswell in the environment");
            }
        }
    }

    private static double[] sums(double[] matrix, int rows) {
        double[] sums = new double[rows];
        for (int i = 0; i < rows * COLUMNS; i++) {
            sums[i / COLUMNS] += matrix[i];
        }
        return sums;
    }
}
