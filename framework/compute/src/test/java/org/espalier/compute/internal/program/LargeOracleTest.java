package org.espalier.compute.internal.program;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

import org.espalier.api.compute.Optimizer;
import org.espalier.api.compute.ProgramRequest;
import org.espalier.compute.internal.kernel.Backwards;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * Rows longer than a kernel's piece of 1024 elements, and sums over several chunks of 16,384: values and gradients are those of SameDiff's own session. It runs each op written out in simpler ones,
 * since many of its own gradients are wrong.
 */
class LargeOracleTest {
    private static final long[] LONG_ROWS = {18, 1037};
    private static final long[] ROWS_OF_CHUNKS = {3, 40_001};
    private static final long[] LONG_COLUMNS = {4801, 17};
    private static final double TOLERANCE = 1e-11;
    private static final double SINGLE = 3e-5;

    /** From x and y of one shape. */
    private record Case(BinaryOperator<SDVariable> op, BinaryOperator<SDVariable> writtenOut) {
    }

    static Stream<Arguments> cases() {
        return Stream.of(LONG_ROWS, ROWS_OF_CHUNKS, LONG_COLUMNS).flatMap(shape -> Stream.of(0, 1).flatMap(axis -> alongAxis(axis)
                .map(test -> Arguments.of(Named.of(test.getName() + " over dimension " + axis + " of " + shape[0] + " x " + shape[1], test.getPayload()), shape))));
    }

    private static Stream<Named<Case>> alongAxis(int axis) {
        return Stream.of(
                test("softmax", (x, y) -> x.getSameDiff().nn.softmax(x, axis).mul(y), (x, y) -> softmax(x, axis).mul(y)),
                test("log-softmax", (x, y) -> x.getSameDiff().nn.logSoftmax(x, axis).mul(y), (x, y) -> x.sub(logSum(x, axis)).mul(y)),
                test("logSumExp", (x, y) -> x.getSameDiff().math.logSumExp(x, axis).mul(y.mean(axis)), (x, y) -> x.getSameDiff().squeeze(logSum(x, axis), axis).mul(y.mean(axis))),
                test("standardize", (x, y) -> x.getSameDiff().math.standardize(x, axis).mul(y), (x, y) -> standard(x, axis).mul(y)),
                test("variance", (x, y) -> x.getSameDiff().variance(x, false, axis).mul(y.sum(axis)), (x, y) -> square(x.sub(x.mean(true, axis))).mean(axis).mul(y.sum(axis))),
                test("norm", (x, y) -> x.norm2(axis).mul(y.mean(axis)), (x, y) -> x.getSameDiff().math.sqrt(square(x).sum(axis)).mul(y.mean(axis))),
                test("squared norm", (x, y) -> x.getSameDiff().math.squaredNorm(x, axis).mul(y.mean(axis)), (x, y) -> square(x).sum(axis).mul(y.mean(axis))),
                test("broadcast", (x, y) -> x.mul(y.sum(true, axis)).add(y), (x, y) -> x.mul(y.sum(true, axis)).add(y)),
                test("largest", (x, y) -> x.max(axis).mul(y.min(axis)), (x, y) -> x.max(axis).mul(y.min(axis))));
    }

    static Stream<Arguments> rowsOnly() {
        return Stream.of(LONG_ROWS, ROWS_OF_CHUNKS, LONG_COLUMNS).flatMap(shape -> Stream.of(
                test("softmax cross-entropy", (x, y) -> x.getSameDiff().loss.softmaxCrossEntropy("op", x.getSameDiff().nn.softmax(y, 1), x, null),
                        (x, y) -> softmax(y, 1).mul(logSum(x, 1).sub(x)).sum(1).mean()),
                test("sparse softmax cross-entropy", (x, y) -> x.getSameDiff().loss.sparseSoftmaxCrossEntropy(x.mul(y), classes(x, shape)),
                        (x, y) -> logSum(x.mul(y), 1).sub(x.mul(y)).mul(oneHot(x, shape)).sum(1)),
                test("layer norm", (x, y) -> x.getSameDiff().nn.layerNorm(x, y.mean(0), y.max(0), true, 1), (x, y) -> standard(x, 1).mul(y.mean(0)).add(y.max(0))),
                test("sums of all", (x, y) -> x.mul(y).sum().add(x.mean()).add(y.norm2()), (x, y) -> x.mul(y).sum().add(x.mean()).add(x.getSameDiff().math.sqrt(square(y).sum())))).map(test -> Arguments.of(Named.of(test.getName() + " of " + shape[0] + " x " + shape[1], test.getPayload()), shape)));
    }

    private static Named<Case> test(String name, BinaryOperator<SDVariable> op, BinaryOperator<SDVariable> writtenOut) {
        return Named.of(name, new Case(op, writtenOut));
    }

    private static SDVariable square(SDVariable x) {
        return x.mul(x);
    }

    private static SDVariable softmax(SDVariable x, int axis) {
        SDVariable powers = x.getSameDiff().math.exp(x);
        return powers.div(powers.sum(true, axis));
    }

    private static SDVariable logSum(SDVariable x, int axis) {
        return x.getSameDiff().math.log(x.getSameDiff().math.exp(x).sum(true, axis));
    }

    private static SDVariable standard(SDVariable x, int axis) {
        SDVariable centred = x.sub(x.mean(true, axis));
        return centred.div(x.getSameDiff().math.sqrt(square(centred).mean(true, axis)));
    }

    private static SDVariable classes(SDVariable x, long[] shape) {
        return x.getSameDiff().constant(Nd4j.createFromArray(new Random(9).ints(shape[0], 0, (int) shape[1]).toArray()));
    }

    private static SDVariable oneHot(SDVariable x, long[] shape) {
        INDArray rows = Nd4j.create(DataType.DOUBLE, shape);
        int[] classes = new Random(9).ints(shape[0], 0, (int) shape[1]).toArray();
        for (int row = 0; row < classes.length; row++) {
            rows.putScalar(row, classes[row], 1);
        }
        return x.getSameDiff().constant(rows);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"cases", "rowsOnly"})
    void equalsSameDiffsSession(Case test, long[] shape) {
        Map<String, INDArray> values = values(shape);
        Map<String, double[]> expected = session(test, values);
        compare(expected, program(test, values, DataType.DOUBLE), TOLERANCE);
        compare(expected, program(test, values, DataType.FLOAT), SINGLE);
    }

    private static void compare(Map<String, double[]> expected, Map<String, double[]> actual, double tolerance) {
        assertEquals(expected.keySet(), actual.keySet());
        expected.forEach((name, values) -> {
            double largest = Stream.of(values).flatMapToDouble(Arrays::stream).map(Math::abs).max().orElseThrow();
            assertArrayEquals(values, actual.get(name), tolerance * largest, name);
        });
    }

    /** Float values, so that both precisions begin with the same. */
    private static Map<String, INDArray> values(long[] shape) {
        Map<String, INDArray> values = new LinkedHashMap<>();
        for (String name : List.of("x", "y")) {
            Random random = new Random(name.hashCode());
            values.put(name, Nd4j.createFromArray(random.doubles(shape[0] * shape[1], -1, 1).toArray()).castTo(DataType.FLOAT).castTo(DataType.DOUBLE).reshape(shape));
        }
        return values;
    }

    private static SDVariable loss(SDVariable output) {
        return output.mul(output).mul(0.5).add(output.mul(0.3)).mean().rename("the-loss");
    }

    private static Map<String, double[]> session(Case test, Map<String, INDArray> values) {
        SameDiff graph = SameDiff.create();
        SDVariable output = test.writtenOut.apply(graph.var("x", values.get("x")), graph.var("y", values.get("y")));
        String loss = loss(output).name();
        graph.setLossVariables(loss);
        Map<String, double[]> found = new LinkedHashMap<>();
        Map<String, INDArray> outputs = graph.output(Map.of(), output.name(), loss);
        found.put("output", doubles(outputs.get(output.name())));
        found.put("loss", doubles(outputs.get(loss)));
        Map<String, INDArray> gradients = graph.calculateGradients(Map.of(), "x", "y");
        values.keySet().forEach(name -> found.put("gradient by " + name, doubles(gradients.get(name))));
        return found;
    }

    private static Map<String, double[]> program(Case test, Map<String, INDArray> values, DataType type) {
        SameDiff graph = SameDiff.create();
        Map<String, INDArray> initial = new LinkedHashMap<>(values);
        initial.replaceAll((name, value) -> value.castTo(type));
        SDVariable output = test.op.apply(graph.var("x", initial.get("x")), graph.var("y", initial.get("y")));
        String loss = loss(output).name();
        try (ParameterSet parameters = new ParameterSet(initial);
                CompiledTraining program = CompiledTraining.of(new ProgramRequest(graph, List.of(output.name()), Optional.of(loss), parameters, Optional.of(Optimizer.of(new NoOp())), 0),
                        parameters, new Alone(new Backwards(3)))) {
            Map<String, double[]> found = new LinkedHashMap<>();
            double value = program.gradients();
            found.put("output", doubles(program.output(output.name())));
            found.put("loss", new double[] {value});
            values.keySet().forEach(name -> found.put("gradient by " + name, doubles(program.gradient(name))));
            return found;
        }
    }

    private static double[] doubles(INDArray array) {
        return array.castTo(DataType.DOUBLE).dup('c').data().asDouble();
    }
}
