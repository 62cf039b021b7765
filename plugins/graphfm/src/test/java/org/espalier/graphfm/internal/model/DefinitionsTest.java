package org.espalier.graphfm.internal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

import org.espalier.testkit.fixture.TestRandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Models for which there are no golden vectors, beside their definitions written out in loops. */
class DefinitionsTest {
    private static final TestRandomSource RANDOM = new TestRandomSource(1);
    private static final int D = 3;

    @Test
    void hofmAddsAllPairsAndAllTriples() throws Exception {
        DrawnNetwork drawn = DrawnNetwork.of(new HofmModel(new HofmModel.Parameters(D, 0), RANDOM));
        assertLogits(drawn, row -> drawn.linear(row) + pairs(drawn.embedded("emb", row, D)) + triples(drawn.embedded("emb3", row, D)));
    }

    private static double pairs(double[][] e) {
        double sum = 0;
        for (int i = 0; i < e.length; i++) {
            for (int j = i + 1; j < e.length; j++) {
                for (int d = 0; d < D; d++) {
                    sum += e[i][d] * e[j][d];
                }
            }
        }
        return sum;
    }

    private static double triples(double[][] f) {
        double sum = 0;
        for (int i = 0; i < f.length; i++) {
            for (int j = i + 1; j < f.length; j++) {
                for (int k = j + 1; k < f.length; k++) {
                    for (int d = 0; d < D; d++) {
                        sum += f[i][d] * f[j][d] * f[k][d];
                    }
                }
            }
        }
        return sum;
    }

    @Test
    void deepCrossingAddsTwoLayersToTheirInput() throws Exception {
        DrawnNetwork drawn = DrawnNetwork.of(new DeepCrossingModel(new DeepCrossingModel.Parameters(D, 2, 5, 0), RANDOM));
        assertLogits(drawn, row -> {
            double[] x = drawn.flat(row, D);
            for (int unit = 0; unit < 2; unit++) {
                double[] inner = relu(drawn.dense(x, "units." + unit + ".0"));
                x = relu(sum(x, drawn.dense(inner, "units." + unit + ".1")));
            }
            return drawn.dense(x, "out")[0];
        });
    }

    @Test
    void autoIntPlusIsAutoIntAndAPerceptron() throws Exception {
        DrawnNetwork plain = DrawnNetwork.of(new AutoIntModel(new AutoIntModel.Parameters(D, List.of(4), 2, List.of(), 0, 0, 0), RANDOM));
        DrawnNetwork plus = DrawnNetwork.of(new AutoIntModel(new AutoIntModel.Parameters(D, List.of(4), 2, List.of(5, 2), 0, 0, 0), RANDOM));
        assertLogits(plus, row -> plain.logits()[row] + plus.dense(relu(plus.dense(relu(plus.dense(plus.flat(row, D), "mlp.l.0")), "mlp.l.1")), "mlp.out")[0]);
    }

    @Test
    void weightDecayOfTheDeepPartIsHalfTheSumOfItsSquaredMatrices() throws Exception {
        double lambda = 0.3;
        DrawnNetwork free = DrawnNetwork.of(new GraphFmModel(withDeepPart(0), RANDOM));
        DrawnNetwork decayed = DrawnNetwork.of(new GraphFmModel(withDeepPart(lambda), RANDOM));
        double squares = Arrays.stream(free.values().get("mlp.l.0.w")).map(w -> w * w).sum() + Arrays.stream(free.values().get("mlp.l.1.w")).map(w -> w * w).sum();
        assertEquals(free.loss() + 0.5 * lambda * squares, decayed.loss(), 1e-9);
    }

    private static GraphSettings withDeepPart(double decay) {
        return new GraphSettings(D, List.of(4), List.of(2), 2, GraphSettings.Neighbourhood.CODE, true, true, true, true, 0, 0, List.of(5, 2), 0, decay, List.of(1, 2, 3));
    }

    @ParameterizedTest
    @EnumSource
    void hoafmWeighsTheOtherFieldsInEachDimension(HoafmModel.Orders orders) throws Exception {
        int layers = 3;
        DrawnNetwork drawn = DrawnNetwork.of(new HoafmModel(new HoafmModel.Parameters(D, layers, orders, List.of(), 0, 0), RANDOM));
        assertLogits(drawn, row -> {
            double[][] e = drawn.embedded("emb", row, D);
            double[][] x = e;
            double logit = 0;
            for (int layer = 0; layer < layers; layer++) {
                x = products(e, x, drawn.values().get("layers." + layer + ".w"));
                if (orders == HoafmModel.Orders.ALL || layer == layers - 1) {
                    logit += pooled(x, drawn.values().get("layers." + layer + ".c.w"));
                }
                x = Arrays.stream(x).map(field -> Arrays.stream(field).map(v -> v > 0 ? v : 0.2 * v).toArray()).toArray(double[][]::new);
            }
            return logit;
        });
    }

    /** @param w the weight of field j in dimension d of field i's sum at (d, j, i) */
    private static double[][] products(double[][] e, double[][] x, double[] w) {
        int fields = e.length;
        double[][] products = new double[fields][D];
        for (int i = 0; i < fields; i++) {
            for (int d = 0; d < D; d++) {
                double sum = 0;
                double squares = 0;
                for (int j = 0; j < fields; j++) {
                    double weight = j == i ? 0 : w[(d * fields + j) * fields + i];
                    sum += weight * x[j][d];
                    squares += weight * weight;
                }
                products[i][d] = e[i][d] * sum / Math.sqrt(squares);
            }
        }
        return products;
    }

    private static double pooled(double[][] x, double[] c) {
        double sum = 0;
        for (double[] field : x) {
            for (int d = 0; d < D; d++) {
                sum += field[d] * c[d];
            }
        }
        return sum;
    }

    private static double[] relu(double[] x) {
        return Arrays.stream(x).map(v -> Math.max(0, v)).toArray();
    }

    private static double[] sum(double[] x, double[] y) {
        double[] sum = x.clone();
        Arrays.setAll(sum, i -> x[i] + y[i]);
        return sum;
    }

    private static void assertLogits(DrawnNetwork drawn, IntToDoubleFunction expected) {
        for (int row = 0; row < DrawnNetwork.ROWS; row++) {
            assertEquals(expected.applyAsDouble(row), drawn.logits()[row], 1e-10, "row " + row);
        }
    }
}
