package org.espalier.compute.internal.program;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.espalier.api.compute.Optimizer;
import org.espalier.api.compute.ProgramRequest;
import org.espalier.api.compute.UpdateRule;
import org.espalier.api.compute.op.EdgeSoftmax;
import org.espalier.api.compute.op.TopK;
import org.espalier.api.error.InputException;
import org.espalier.api.tensor.CsrMatrix;
import org.espalier.compute.internal.ThreadCounts;
import org.espalier.compute.internal.kernel.Backwards;
import org.espalier.compute.internal.kernel.Team;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The greatest of rows, the softmax over edges, and the loss of class numbers. */
class SelectionOpsTest {
    private static final CsrMatrix EDGES = new CsrMatrix(4, 5, new int[] {0, 3, 3, 4, 8}, new int[] {0, 2, 4, 1, 0, 1, 2, 3}, new double[8]);

    @ParameterizedTest
    @EnumSource(names = {"FLOAT", "DOUBLE"})
    void theGreatestAreKeptAndTiesWithThem(DataType type) {
        INDArray scores = Nd4j.createFromArray(new double[][] {{3, 1, 2, 2}, {-1, -2, -3, -4}, {0, 0, 0, 0}, {1, 5, 5, 5}}).castTo(type);

        Result result = run(scores, Team.SINGLE, x -> TopK.keep(x, 2));

        assertArrayEquals(new double[] {3, 0, 2, 2, -1, -2, 0, 0, 0, 0, 0, 0, 0, 5, 5, 5}, result.output);
        assertArrayEquals(new double[] {1, 0, 1, 1, 1, 1, 0, 0, 1, 1, 1, 1, 0, 1, 1, 1}, result.gradient);
    }

    @ParameterizedTest
    @CsvSource({"1, 40", "7, 40", "39, 40", "40, 40", "41, 40", "64, 300", "65, 300", "299, 300"})
    void asManyAsAskedForAreKept(int k, int width) {
        double[] scores = new Random(k).doubles(30L * width, -1, 1).toArray();

        Result result = run(Nd4j.createFromArray(scores).reshape(5, 6, width), new Backwards(3), x -> TopK.keep(x, k));

        for (int row = 0; row < 30; row++) {
            double[] sorted = Arrays.copyOfRange(scores, row * width, (row + 1) * width);
            Arrays.sort(sorted);
            double least = sorted[Math.max(0, width - k)];
            for (int i = row * width; i < (row + 1) * width; i++) {
                assertEquals(scores[i] >= least ? scores[i] : 0, result.output[i]);
            }
        }
    }

    @Test
    void nothingToKeepIsRefused() {
        SDVariable scores = SameDiff.create().var("x", Nd4j.ones(2, 2));

        assertTrue(assertThrows(IllegalArgumentException.class, () -> TopK.keep(scores, 0)).getMessage().contains("at least 1, not 0"));
    }

    @ParameterizedTest
    @CsvSource({"DOUBLE, 1, 1e-12", "DOUBLE, 3, 1e-12", "FLOAT, 3, 1e-6"})
    void theSoftmaxOverEdgesIsThatOfEachNode(DataType type, int heads, double tolerance) {
        INDArray scores = Nd4j.createFromArray(new Random(1).doubles(8L * heads, -200, 200).toArray()).castTo(type).reshape(8, heads);

        Result result = run(scores, new Backwards(2), x -> EdgeSoftmax.of(EDGES, x));

        for (int node = 0; node < 4; node++) {
            int from = EDGES.rowStart()[node];
            int to = EDGES.rowStart()[node + 1];
            for (int head = 0; head < heads; head++) {
                int column = head;
                double greatest = IntStream.range(from, to).mapToDouble(e -> scores.getDouble(e, column)).max().orElse(0);
                double sum = IntStream.range(from, to).mapToDouble(e -> Math.exp(scores.getDouble(e, column) - greatest)).sum();
                for (int e = from; e < to; e++) {
                    assertEquals(Math.exp(scores.getDouble(e, head) - greatest) / sum, result.output[e * heads + head], tolerance);
                }
            }
        }
    }

    @Test
    void theGradientOverEdgesIsThatOfFiniteDifferences() {
        double[] scores = new Random(2).doubles(16, -1, 1).toArray();
        Function<SDVariable, SDVariable> loss = x -> x.getSameDiff().math.square(EdgeSoftmax.of(EDGES, x).add(0.3));
        double[] gradient = run(Nd4j.createFromArray(scores).reshape(8, 2), Team.SINGLE, loss).gradient;

        for (int i = 0; i < 16; i++) {
            double[] more = scores.clone();
            double[] less = scores.clone();
            more[i] += 1e-5;
            less[i] -= 1e-5;
            double difference = Arrays.stream(run(Nd4j.createFromArray(more).reshape(8, 2), Team.SINGLE, loss).output).sum()
                    - Arrays.stream(run(Nd4j.createFromArray(less).reshape(8, 2), Team.SINGLE, loss).output).sum();
            assertEquals(difference / 2e-5, gradient[i], 1e-8);
        }
    }

    @Test
    void theGradientOverEdgesInSinglePrecisionIsNearDouble() {
        INDArray scores = Nd4j.createFromArray(new Random(2).doubles(24, -3, 3).toArray()).castTo(DataType.FLOAT).reshape(8, 3);
        Function<SDVariable, SDVariable> loss = x -> x.getSameDiff().math.square(EdgeSoftmax.of(EDGES, x).add(0.3));

        assertArrayEquals(run(scores.castTo(DataType.DOUBLE), Team.SINGLE, loss).gradient, run(scores, Team.SINGLE, loss).gradient, 1e-6);
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT", "DOUBLE"})
    void theThreadCountDoesNotShow(DataType type) {
        int nodes = 300;
        int degree = 11;
        int[] start = IntStream.rangeClosed(0, nodes).map(node -> node * degree).toArray();
        int[] columns = IntStream.range(0, nodes * degree).map(e -> e % degree).toArray();
        CsrMatrix edges = new CsrMatrix(nodes, nodes, start, columns, new double[columns.length]);
        INDArray scores = Nd4j.createFromArray(new Random(3).doubles(3L * columns.length, -3, 3).toArray()).castTo(type).reshape(columns.length, 3);

        ThreadCounts.sameBits(team -> run(scores, team, x -> x.getSameDiff().math.square(EdgeSoftmax.of(edges, x))).numbers());
        ThreadCounts.sameBits(team -> run(scores.reshape(-1, 25), team, x -> x.getSameDiff().math.square(TopK.keep(x, 4))).numbers());
    }

    @Test
    void scoresOfOtherEdgesAreRefused() {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> run(Nd4j.ones(DataType.DOUBLE, 7, 2), Team.SINGLE, x -> EdgeSoftmax.of(EDGES, x)));

        assertTrue(refusal.getMessage().contains("needs scores of shape [8] or [8, heads], not [7, 2]"), refusal.getMessage());
    }

    @Test
    void aClassThatDoesNotExistIsNamed() {
        InputException wrong = assertThrows(InputException.class, () -> run(Nd4j.ones(DataType.FLOAT, 2, 3), Team.SINGLE,
                x -> x.getSameDiff().loss.sparseSoftmaxCrossEntropy(x, x.getSameDiff().constant("labels", Nd4j.createFromArray(1, 3)))));

        assertTrue(wrong.getMessage().contains("constant 'labels'") && wrong.getMessage().contains("place 1 is 3"), wrong.getMessage());
    }

    private record Result(double[] output, double[] gradient) {
        double[][] numbers() {
            return new double[][] {output, gradient};
        }
    }

    /** The output, and the gradient of its sum. */
    private static Result run(INDArray input, Team team, Function<SDVariable, SDVariable> op) {
        SameDiff graph = SameDiff.create();
        SDVariable output = op.apply(graph.var("x", input));
        SDVariable loss = output.sum();
        try (ParameterSet parameters = new ParameterSet(Map.of("x", input));
                CompiledTraining program = CompiledTraining.of(new ProgramRequest(graph, List.of(output.name()), Optional.of(loss.name()), parameters,
                        Optional.of(Optimizer.of(new UpdateRule.Sgd(), 0.1)), 0), parameters, new Alone(team))) {
            program.gradients();
            return new Result(values(program.output(output.name())), values(program.gradient("x")));
        }
    }

    private static double[] values(INDArray array) {
        return array.castTo(DataType.DOUBLE).dup('c').data().asDouble();
    }
}
