package org.espalier.compute.internal.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.espalier.compute.internal.ThreadCounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.impl.reduce.Mmul;
import org.nd4j.linalg.api.ops.impl.reduce.MmulBp;
import org.nd4j.linalg.factory.Nd4j;

class MatmulKernelsTest {
    private static final int[][] SIZES = {{1, 1, 1, 1}, {1, 3, 5, 2}, {2, 7, 1, 4}, {1, 130, 40, 300}, {3, 1, 9, 17}, {1, 300, 64, 65}};

    static Stream<Arguments> products() {
        return IntStream.range(0, 16 * SIZES.length).mapToObj(i -> Arguments.of(SIZES[i / 16], (i & 1) != 0, (i & 2) != 0, (i & 4) != 0, (i & 8) != 0 ? DataType.FLOAT : DataType.DOUBLE));
    }

    @ParameterizedTest
    @MethodSource("products")
    void productsAndGradientsAreThoseOfTheDefinition(int[] sizes, boolean ta, boolean tb, boolean tc, DataType type) {
        double tolerance = type == DataType.FLOAT ? 1e-4 : 1e-11;
        INDArray a = random(1, type, ta, sizes[0], sizes[1], sizes[2]);
        INDArray b = random(2, type, tb, sizes[0], sizes[2], sizes[3]);
        INDArray byC = random(3, type, tc, sizes[0], sizes[1], sizes[3]);

        INDArray c = byC.ulike();
        run(new Mmul(a, b, 1, 0, ta, tb, tc), List.of(a, b), List.of(c), Team.SINGLE);
        assertArrayEquals(product(a, ta, b, tb, tc), values(c), tolerance, "product");

        INDArray byA = a.ulike();
        INDArray byB = b.ulike();
        DynamicCustomOp gradient = new MmulBp();
        gradient.addIArgument(ta ? 1 : 0, tb ? 1 : 0, tc ? 1 : 0);
        run(gradient, List.of(a, b, byC), List.of(byA, byB), Team.SINGLE);
        assertArrayEquals(product(byC, tc, b, !tb, ta), values(byA), tolerance, "by the left factor");
        assertArrayEquals(product(a, !ta, byC, tc, tb), values(byB), tolerance, "by the right factor");
    }

    static Stream<Arguments> largeProducts() {
        int[][] sizes = {{2, 700, 90, 110}, {1, 129, 2100, 300}, {1, 65, 700, 333}, {1, 2048, 128, 129}, {1, 1000, 513, 7}, {1, 515, 449, 517}};
        return IntStream.range(0, 8 * sizes.length).mapToObj(i -> Arguments.of(sizes[i / 8], (i & 1) != 0, (i & 2) != 0, (i & 4) != 0 ? DataType.FLOAT : DataType.DOUBLE));
    }

    @ParameterizedTest
    @MethodSource("largeProducts")
    void panelsMakeTheWholeProduct(int[] sizes, boolean ta, boolean tb, DataType type) {
        double tolerance = type == DataType.FLOAT ? 1e-3 : 1e-11;
        INDArray a = random(1, type, ta, sizes[0], sizes[1], sizes[2]);
        INDArray b = random(2, type, tb, sizes[0], sizes[2], sizes[3]);
        double[] one = product(a, b, ta, tb, Team.SINGLE);
        for (int threads : new int[] {2, 3, 5, 16}) {
            double[] many = product(a, b, ta, tb, new Backwards(threads));
            assertArrayEquals(one, many, tolerance, threads + " threads");
            assertArrayEquals(many, product(a, b, ta, tb, new Backwards(threads)), 0, "once more");
        }
        assertArrayEquals(product(a, b, ta, tb, new Backwards(3)), ThreadCounts.onThreads(3, team -> product(a, b, ta, tb, team)), 0, "on real threads");
    }

    @Test
    void leavesWhatItCannotDoToOthers() {
        INDArray vector = Nd4j.ones(DataType.FLOAT, 3);
        INDArray matrix = Nd4j.ones(DataType.FLOAT, 3, 3);
        Site rankOne = new Site(new Mmul(matrix, vector, 1, 0, false, false, false), "c", List.of(matrix, vector), List.of(vector.ulike()));
        Site scaled = new Site(new Mmul(matrix, matrix, 2, 0, false, false, false), "c", List.of(matrix, matrix), List.of(matrix.ulike()));

        assertFalse(new MatmulKernels(Team.SINGLE).create(rankOne).isPresent());
        assertFalse(new MatmulKernels(Team.SINGLE).create(scaled).isPresent());
    }

    private static void run(DynamicCustomOp op, List<INDArray> inputs, List<INDArray> outputs, Team team) {
        new MatmulKernels(team).create(new Site(op, "c", inputs, outputs)).orElseThrow().run(0);
    }

    private static double[] product(INDArray a, INDArray b, boolean ta, boolean tb, Team team) {
        INDArray c = Nd4j.create(a.dataType(), a.size(0), a.size(ta ? 2 : 1), b.size(tb ? 1 : 2));
        run(new Mmul(a, b, 1, 0, ta, tb, false), List.of(a, b), List.of(c), team);
        return values(c);
    }

    private static INDArray random(int seed, DataType type, boolean transposed, int batch, int rows, int columns) {
        double[] values = new Random(seed).doubles((long) batch * rows * columns, -1, 1).toArray();
        return Nd4j.createFromArray(values).castTo(type).reshape('c', batch, transposed ? columns : rows, transposed ? rows : columns);
    }

    private static double[] product(INDArray a, boolean ta, INDArray b, boolean tb, boolean tc) {
        int rows = (int) a.size(ta ? 2 : 1);
        int inner = (int) a.size(ta ? 1 : 2);
        int columns = (int) b.size(tb ? 1 : 2);
        double[] left = values(a);
        double[] right = values(b);
        double[] result = new double[(int) a.size(0) * rows * columns];
        for (int n = 0; n < a.size(0); n++) {
            for (int r = 0; r < rows; r++) {
                for (int c = 0; c < columns; c++) {
                    double sum = 0;
                    for (int k = 0; k < inner; k++) {
                        sum += left[n * rows * inner + (ta ? k * rows + r : r * inner + k)] * right[n * inner * columns + (tb ? c * inner + k : k * columns + c)];
                    }
                    result[n * rows * columns + (tc ? c * rows + r : r * columns + c)] = sum;
                }
            }
        }
        return result;
    }

    private static double[] values(INDArray array) {
        return array.castTo(DataType.DOUBLE).data().asDouble();
    }
}
