package org.espalier.gndnets.internal.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

import org.espalier.api.compute.Lease;
import org.espalier.api.compute.Parameters;
import org.espalier.api.compute.Program;
import org.espalier.api.compute.ProgramRequest;
import org.espalier.api.model.Mode;
import org.espalier.api.model.Network;
import org.espalier.api.tensor.CsrMatrix;
import org.espalier.data.graph.GraphData;
import org.espalier.data.graph.GraphMatrices;
import org.espalier.testkit.fixture.Computes;
import org.espalier.testkit.fixture.TestRandomSource;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Class scores of what has no golden cases, against their equations written out with dense matrices. */
class EquationsTest {
    private static final DoubleUnaryOperator RELU = value -> Math.max(value, 0);

    private final GraphData data = Rings.data();
    private final double[][] x = dense(NodeMatrices.features(data));
    private final Map<String, double[][]> w = new HashMap<>();

    @Test
    void gdcIsConvolutionOverTheDiffusedGraph() throws Exception {
        double[] actual = scores(new GdcModel(new GdcModel.Parameters(0.2, 4, 2, 3, 0.5, 0, false), new TestRandomSource(1)));
        double[][] s = dense(new PageRank(NodeMatrices.convolution(data), 0.2).greatest(4));
        double[][] h = each(plus(times(s, times(x, w.get("W1"))), w.get("b1")), RELU);
        assertRows(plus(times(s, times(h, w.get("W2"))), w.get("b2")), actual);
    }

    @Test
    void nonlinearDiffusionOfThreeStepsUpdatesTwice() throws Exception {
        double[] actual = scores(new GndModel(new GndModel.Parameters(GndModel.Kind.DS, Optional.of(3), 1, 1, 3, 2, 0.5, 0, false), new TestRandomSource(1)));
        double[][] p = dense(GraphMatrices.transition(data.adjacency()));
        double[][] v = times(x, w.get("W1"));
        for (String step : List.of("0", "1")) {
            double[][] spread = each(times(each(times(v, w.get("A" + step)), RELU), w.get("B" + step)), RELU);
            v = plus(v, each(times(p, times(p, spread)), value -> -value));
        }
        double[][] h = each(plus(v, w.get("b1")), value -> value > 0 ? value : Math.expm1(value));
        assertRows(plus(times(h, w.get("W2")), w.get("b2")), actual);
    }

    @Test
    void jumpingKnowledgeMayTakeTheGreatest() throws Exception {
        double[] actual = scores(new JkNetModel(new JkNetModel.Parameters(2, 3, JkNetModel.Join.MAX, 0.5, 0, false), new TestRandomSource(1)));
        double[][] first = convolved(x, "W1", "b1");
        double[][] second = convolved(first, "H2", "c2");
        double[][] greatest = new double[first.length][3];
        Arrays.setAll(greatest, i -> IntStream.range(0, 3).mapToDouble(c -> Math.max(first[i][c], second[i][c])).toArray());
        assertRows(plus(times(greatest, w.get("W2")), w.get("b2")), actual);
    }

    @Test
    void armaAveragesStacksThatRememberTheirInput() throws Exception {
        double[] actual = scores(new ArmaModel(new ArmaModel.Parameters(2, 2, 3, 0.5, 0, false), new TestRandomSource(1)));
        assertRows(armaLayer("2", armaLayer("1", x, RELU), DoubleUnaryOperator.identity()), actual);
    }

    private double[][] armaLayer(String layer, double[][] input, DoubleUnaryOperator activation) {
        double[][] s0 = dense(NodeMatrices.unloopedConvolution(data));
        double[][] sum = null;
        for (String stack : new String[] {layer + "_1", layer + "_2"}) {
            double[][] skip = plus(times(input, w.get("V" + stack)), w.get("b" + stack));
            double[][] once = each(plus(times(s0, times(input, w.get("W" + stack))), skip), activation);
            double[][] twice = each(plus(times(s0, times(once, w.get("U" + stack))), skip), activation);
            sum = sum == null ? twice : plus(sum, twice);
        }
        return each(sum, value -> value / 2);
    }

    @Test
    void incepGcnJoinsBranchesOfGrowingDepth() throws Exception {
        double[] actual = scores(new IncepGcnModel(new IncepGcnModel.Parameters(2, 3, 0.5, 0, false), new TestRandomSource(1)));
        double[][] first = convolved(x, "W1", "b1");
        double[][] shallow = convolved(first, "H1_1", "c1_1");
        double[][] deep = convolved(convolved(first, "H2_1", "c2_1"), "H2_2", "c2_2");
        double[][] joined = new double[shallow.length][];
        Arrays.setAll(joined, i -> new double[] {shallow[i][0], shallow[i][1], shallow[i][2], deep[i][0], deep[i][1], deep[i][2]});
        assertRows(plus(times(joined, w.get("W2")), w.get("b2")), actual);
    }

    private double[][] convolved(double[][] h, String matrix, String bias) {
        return each(plus(times(dense(NodeMatrices.convolution(data)), times(h, w.get(matrix))), w.get(bias)), RELU);
    }

    /** The evaluation network's scores. Its parameters, with biases that are not zero, are kept in {@link #w}. */
    private double[] scores(NodeModel model) throws Exception {
        try (Lease lease = Computes.lease("equations")) {
            return lease.call(() -> {
                Network network = model.network(data, Mode.EVALUATION, Dropping.none(), new Weights(SameDiff.create(), new TestRandomSource(1), DataType.DOUBLE));
                Parameters parameters = lease.parameters(network.initialValues());
                parameters.arrays().values().forEach(array -> array.addi(0.01));
                parameters.arrays().forEach((name, array) -> w.put(name, array.rank() == 1 ? new double[][] {array.toDoubleVector()} : array.toDoubleMatrix()));
                try (Program program = lease.compile(ProgramRequest.inference(network, parameters))) {
                    program.run();
                    INDArray output = program.output(network.output().name());
                    return output.dup('c').data().asDouble();
                }
            });
        }
    }

    private static double[][] dense(CsrMatrix matrix) {
        double[][] rows = new double[matrix.rows()][matrix.cols()];
        for (int r = 0; r < rows.length; r++) {
            for (int e = matrix.rowStart()[r]; e < matrix.rowStart()[r + 1]; e++) {
                rows[r][matrix.columns()[e]] = matrix.values()[e];
            }
        }
        return rows;
    }

    private static double[][] times(double[][] a, double[][] b) {
        double[][] product = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < b.length; k++) {
                for (int j = 0; j < b[0].length; j++) {
                    product[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return product;
    }

    /** A single row is added to every row. */
    private static double[][] plus(double[][] a, double[][] b) {
        double[][] sum = new double[a.length][a[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[0].length; j++) {
                sum[i][j] = a[i][j] + b[b.length == 1 ? 0 : i][j];
            }
        }
        return sum;
    }

    private static double[][] each(double[][] a, DoubleUnaryOperator function) {
        return Arrays.stream(a).map(row -> Arrays.stream(row).map(function).toArray()).toArray(double[][]::new);
    }

    private static void assertRows(double[][] expected, double[] actual) {
        assertArrayEquals(Arrays.stream(expected).flatMapToDouble(Arrays::stream).toArray(), actual, 1e-9);
    }
}
