package org.espalier.compute.internal.program;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

import org.espalier.api.compute.Optimizer;
import org.espalier.api.compute.ProgramRequest;
import org.espalier.api.compute.op.Dropout;
import org.espalier.api.compute.op.SparseMatmul;
import org.espalier.api.compute.op.SparseOperand;
import org.espalier.api.tensor.CsrMatrix;
import org.espalier.compute.internal.ThreadCounts;
import org.espalier.compute.internal.kernel.Team;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;

/** The graph ops that SameDiff lacks: sparse products and dropout. */
class GraphOpsTest {
    private static final CsrMatrix MATRIX = random(30, 20, 150);
    private static final SparseOperand OPERAND = SparseOperand.of(MATRIX);

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8, 19})
    void sparseProductEqualsTheDenseOne(int width) {
        Result sparse = run(DataType.DOUBLE, 0, Team.SINGLE, width, x -> SparseMatmul.of(OPERAND, x));
        Result dense = run(DataType.DOUBLE, 0, Team.SINGLE, width, x -> x.getSameDiff().constant(dense(MATRIX)).mmul(x));

        assertArrayEquals(dense.output, sparse.output, 1e-12);
        assertArrayEquals(dense.gradient, sparse.gradient, 1e-12);
        assertEquals(dense.loss, sparse.loss, 1e-10);
    }

    @Test
    void sparseProductInSinglePrecisionIsCloseToDouble() {
        Result floats = run(DataType.FLOAT, 0, Team.SINGLE, 11, x -> SparseMatmul.of(OPERAND, x));
        Result doubles = run(DataType.DOUBLE, 0, Team.SINGLE, 11, x -> SparseMatmul.of(OPERAND, x));

        assertArrayEquals(doubles.output, floats.output, 1e-5);
        assertArrayEquals(doubles.gradient, floats.gradient, 1e-4);
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT", "DOUBLE"})
    void theThreadCountDoesNotShow(DataType type) {
        Function<SDVariable, SDVariable> network = x -> SparseMatmul.withDropout(OPERAND, Dropout.of(x, 0.3, "x"), 0.4, "s");

        ThreadCounts.sameBits(team -> run(type, 5, team, 13, network).numbers());
    }

    @Test
    void sparseDropoutMasksTheGradientAsTheValue() {
        // with the loss (drop(S) x)^2 / 2 + 0.3 drop(S) x the gradient is drop(S)^T (drop(S) x + 0.3): a mask of its own would show
        Result result = run(DataType.DOUBLE, 5, Team.SINGLE, 1, x -> SparseMatmul.withDropout(OPERAND, x, 0.5, "s"));
        double[][] masked = maskedMatrix(5);

        for (int column = 0; column < MATRIX.cols(); column++) {
            double expected = 0;
            for (int row = 0; row < MATRIX.rows(); row++) {
                expected += masked[row][column] * (result.output[row] + 0.3);
            }
            assertEquals(expected, result.gradient[column], 1e-10);
        }
    }

    @Test
    void sparseDropoutKeepsOrScalesEveryEntry() {
        double[][] masked = maskedMatrix(5);
        int dropped = 0;
        for (int row = 0; row < MATRIX.rows(); row++) {
            for (int e = MATRIX.rowStart()[row]; e < MATRIX.rowStart()[row + 1]; e++) {
                double value = masked[row][MATRIX.columns()[e]];
                assertTrue(value == 0 || Math.abs(value - 2 * MATRIX.values()[e]) < 1e-12, "entry " + e + " became " + value);
                dropped += value == 0 ? 1 : 0;
            }
        }
        assertEquals(75, dropped, 25, "of 150 entries at rate 0.5");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.9})
    void dropoutZeroesAtItsRateAndKeepsTheMean(double rate) {
        double[] output = ones(100_000, rate, 3, 1);

        double kept = Arrays.stream(output).filter(value -> value != 0).count() / 100_000.0;
        assertEquals(1 - rate, kept, 0.01);
        assertTrue(Arrays.stream(output).allMatch(value -> value == 0 || value == (float) (1 / (1 - rate))));
        assertEquals(1, Arrays.stream(output).average().orElseThrow(), 0.05);
    }

    @Test
    void dropoutMasksTheGradientAsTheValue() {
        Result result = run(DataType.DOUBLE, 5, Team.SINGLE, 50, x -> Dropout.of(x, 0.5, "d"));

        for (int i = 0; i < result.output.length; i++) {
            assertEquals(result.output[i] == 0 ? 0 : 2 * (result.output[i] + 0.3), result.gradient[i], 1e-12);
        }
    }

    @Test
    void masksFollowFromTheKeyAndTheStep() {
        assertArrayEquals(ones(1000, 0.5, 3, 1), ones(1000, 0.5, 3, 1));
        assertFalse(Arrays.equals(ones(1000, 0.5, 3, 1), ones(1000, 0.5, 4, 1)), "another key");
        assertFalse(Arrays.equals(ones(1000, 0.5, 3, 1), ones(1000, 0.5, 3, 2)), "another step");
    }

    @Test
    void masksOfDifferentStreamsAreIndependent() {
        SameDiff graph = SameDiff.create();
        SDVariable ones = graph.constant(Nd4j.ones(DataType.FLOAT, 10_000));
        try (ParameterSet none = new ParameterSet(Map.of());
                CompiledProgram program = CompiledProgram.of(ProgramRequest.inference(none, Dropout.of(ones, 0.5, "a").mul(Dropout.of(ones, 0.5, "b")).rename("both")), new Alone())) {
            program.run();
            assertEquals(2500, program.output("both").gt(0).castTo(DataType.INT32).sumNumber().intValue(), 200);
        }
    }

    @Test
    void namesBothShapesIfTheyDoNotFit() {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> {
            SameDiff graph = SameDiff.create();
            SDVariable product = SparseMatmul.of(OPERAND, graph.var("x", Nd4j.ones(DataType.FLOAT, 7, 2)));
            CompiledProgram.of(ProgramRequest.inference(new ParameterSet(Map.of("x", Nd4j.ones(DataType.FLOAT, 7, 2))), product), new Alone());
        });

        assertTrue(refusal.getMessage().contains("30 x 20") && refusal.getMessage().contains("[7, 2]"), refusal.getMessage());
    }

    @Test
    void integersAreNotReadAsFloats() {
        SameDiff graph = SameDiff.create();
        SDVariable x = graph.placeHolder("x", DataType.FLOAT, 2, 3);
        SDVariable counts = graph.constant(Nd4j.createFromArray(1, 2, 3));
        INDArray ones = Nd4j.ones(DataType.FLOAT, 2, 3);
        SDVariable product = x.mul(counts).add(1).rename("product");
        try (ParameterSet none = new ParameterSet(Map.of()); CompiledProgram program = CompiledProgram.of(ProgramRequest.inference(none, product), new Alone())) {
            program.feed("x", ones);
            program.run();
            assertArrayEquals(new double[] {2, 3, 4, 2, 3, 4}, values(program.output("product")));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, -0.1, 1, 1.5})
    void refusesRatesThatAreNone(double rate) {
        SDVariable x = SameDiff.create().placeHolder("x", DataType.FLOAT, 20, 3);

        String dropout = assertThrows(IllegalArgumentException.class, () -> Dropout.of(x, rate, "d")).getMessage();
        assertEquals("Dropout 'd': the rate is " + rate + ", but must be in [0, 1): what is kept is divided by 1 - rate", dropout);
        assertThrows(IllegalArgumentException.class, () -> SparseMatmul.withDropout(OPERAND, x, rate, "s"));
    }

    private static double[] ones(int length, double rate, long key, int runs) {
        SameDiff graph = SameDiff.create();
        SDVariable dropped = Dropout.of(graph.constant(Nd4j.ones(DataType.FLOAT, length)), rate, "d");
        try (ParameterSet none = new ParameterSet(Map.of());
                CompiledProgram program = CompiledProgram.of(new ProgramRequest(graph, List.of(dropped.name()), Optional.empty(), none, Optional.empty(), key), new Alone())) {
            for (int run = 0; run < runs; run++) {
                program.run();
            }
            return values(program.output(dropped.name()));
        }
    }

    /** drop(S), read off its products with the unit vectors. */
    private static double[][] maskedMatrix(long key) {
        SameDiff graph = SameDiff.create();
        SDVariable product = SparseMatmul.withDropout(OPERAND, graph.constant(Nd4j.eye(20).castTo(DataType.DOUBLE)), 0.5, "s");
        try (ParameterSet none = new ParameterSet(Map.of());
                CompiledProgram program = CompiledProgram.of(new ProgramRequest(graph, List.of(product.name()), Optional.empty(), none, Optional.empty(), key), new Alone())) {
            program.run();
            return program.output(product.name()).toDoubleMatrix();
        }
    }

    private record Result(double[] output, double[] gradient, double loss) {
        double[][] numbers() {
            return new double[][] {output, gradient};
        }
    }

    private static Result run(DataType type, long key, Team team, int width, Function<SDVariable, SDVariable> network) {
        INDArray x = Nd4j.create(new Random(1).doubles(20L * width, -1, 1).toArray(), new long[] {20, width}, type);
        SameDiff graph = SameDiff.create();
        SDVariable output = network.apply(graph.var("x", x));
        SDVariable loss = Cases.loss(graph, output);
        try (ParameterSet parameters = new ParameterSet(Map.of("x", x));
                CompiledTraining program = CompiledTraining.of(new ProgramRequest(graph, List.of(output.name()), Optional.of(loss.name()), parameters,
                        Optional.of(Optimizer.of(new Sgd(0.1))), key), parameters, new Alone(team))) {
            double value = program.gradients();
            return new Result(values(program.output(output.name())), values(program.gradient("x")), value);
        }
    }

    private static double[] values(INDArray array) {
        return array.castTo(DataType.DOUBLE).dup('c').data().asDouble();
    }

    private static CsrMatrix random(int rows, int cols, int entries) {
        Random random = new Random(3);
        double[][] dense = new double[rows][cols];
        for (int e = 0; e < entries; e++) {
            int place = random.nextInt(rows * cols);
            while (dense[place / cols][place % cols] != 0) {
                place = random.nextInt(rows * cols);
            }
            dense[place / cols][place % cols] = random.nextDouble() + 0.1;
        }
        int[] start = new int[rows + 1];
        int[] columns = new int[entries];
        double[] values = new double[entries];
        int e = 0;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < cols; column++) {
                if (dense[row][column] != 0) {
                    columns[e] = column;
                    values[e++] = dense[row][column];
                }
            }
            start[row + 1] = e;
        }
        return new CsrMatrix(rows, cols, start, columns, values);
    }

    private static INDArray dense(CsrMatrix matrix) {
        INDArray dense = Nd4j.create(DataType.DOUBLE, matrix.rows(), matrix.cols());
        for (int row = 0; row < matrix.rows(); row++) {
            for (int e = matrix.rowStart()[row]; e < matrix.rowStart()[row + 1]; e++) {
                dense.putScalar(row, matrix.columns()[e], matrix.values()[e]);
            }
        }
        return dense;
    }
}
