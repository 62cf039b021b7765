package org.espalier.compute.internal.program;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.espalier.api.compute.Optimizer;
import org.espalier.api.compute.ProgramRequest;
import org.espalier.api.compute.op.SelectiveSoftmax;
import org.espalier.api.compute.op.TopK;
import org.espalier.compute.internal.ThreadCounts;
import org.espalier.compute.internal.kernel.Team;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;

/** Softmax over selected neighbours beside the same from other ops. */
class SelectiveSoftmaxTest {
    private static final Shape MANY = new Shape(40, 2, 39, 39, 20, false);

    /** @param batch of the logits, with the names of {@link SelectiveSoftmax} */
    record Shape(int batch, int heads, int rows, int columns, int k, boolean strict) {
    }

    /** Also one whose samples are longer than what functions take at a time. */
    static Stream<Shape> shapes() {
        Random random = new Random(6);
        Stream<Shape> some = IntStream.range(0, 12).mapToObj(
                i -> new Shape(1 + random.nextInt(20), 1 + random.nextInt(3), 1 + random.nextInt(15), 1 + random.nextInt(45), 1 + random.nextInt(40), random.nextBoolean()));
        return Stream.concat(Stream.of(MANY, new Shape(1, 1, 1, 1, 1, true), new Shape(2, 1, 3, 1500, 700, true), new Shape(3, 2, 4, 1100, 2000, false)), some);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void equalsOtherOps(Shape shape) {
        assertSame(run(shape, DataType.DOUBLE, Team.SINGLE, SelectiveSoftmaxTest::composed), run(shape, DataType.DOUBLE, Team.SINGLE, SelectiveSoftmaxTest::fused), 1e-13);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void inSinglePrecisionIsCloseToDouble(Shape shape) {
        assertSame(run(shape, DataType.DOUBLE, Team.SINGLE, SelectiveSoftmaxTest::fused), run(shape, DataType.FLOAT, Team.SINGLE, SelectiveSoftmaxTest::fused), 2e-5);
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT", "DOUBLE"})
    void theThreadCountDoesNotShow(DataType type) {
        ThreadCounts.sameBits(team -> run(MANY, type, team, SelectiveSoftmaxTest::fused).values().toArray());
    }

    @Test
    void refusesLogitsOfOtherRows() {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class,
                () -> run(MANY, DataType.FLOAT, Team.SINGLE, (scores, logits, shape) -> SelectiveSoftmax.overAll(scores, logits.permute(1, 0, 2, 3), 3)));
        assertTrue(refusal.getMessage().contains("it needs scores [B, M, N] and logits [B, H, M, N]"), refusal.getMessage());
    }

    private interface Attention {
        SelectiveSoftmax.Result of(SDVariable scores, SDVariable logits, Shape shape);
    }

    private static SelectiveSoftmax.Result fused(SDVariable scores, SDVariable logits, Shape shape) {
        return shape.strict ? SelectiveSoftmax.overSelected(scores, logits, shape.k) : SelectiveSoftmax.overAll(scores, logits, shape.k);
    }

    private static SelectiveSoftmax.Result composed(SDVariable scores, SDVariable logits, Shape shape) {
        SameDiff graph = scores.getSameDiff();
        SDVariable kept = TopK.keep(scores, shape.k);
        SDVariable ofHeads = kept.reshape(shape.batch, 1, shape.rows, shape.columns);
        SDVariable products = ofHeads.mul(logits);
        return new SelectiveSoftmax.Result(kept, graph.nn().softmax(shape.strict ? products.add(graph.math().sign(ofHeads).sub(1).mul(1e9)) : products, -1));
    }

    /** The outputs and all gradients. Scores are rounded, so that some are equal. */
    private static Map<String, double[]> run(Shape shape, DataType type, Team team, Attention attention) {
        Random random = new Random(1);
        Map<String, INDArray> values = new LinkedHashMap<>();
        values.put("scores", random(random, type, 1, 9, shape.batch, shape.rows, shape.columns));
        values.put("logits", random(random, type, -8, 8, shape.batch, shape.heads, shape.rows, shape.columns));
        SameDiff graph = SameDiff.create();
        List<SDVariable> variables = values.entrySet().stream().map(value -> graph.var(value.getKey(), value.getValue())).toList();
        SelectiveSoftmax.Result result = attention.of(variables.get(0), variables.get(1), shape);
        SDVariable ofKept = result.kept().mul(graph.constant(random(random, type, -8, 8, shape.batch, shape.rows, shape.columns))).sum();
        SDVariable loss = result.weights().mul(graph.constant(random(random, type, -8, 8, shape.batch, shape.heads, shape.rows, shape.columns))).sum().add(ofKept);
        List<String> outputs = List.of(result.kept().name(), result.weights().name());
        try (ParameterSet parameters = new ParameterSet(values);
                CompiledTraining program = CompiledTraining.of(new ProgramRequest(graph, outputs, Optional.of(loss.name()), parameters, Optional.of(Optimizer.of(new Sgd(0.1))), 0), parameters,
                        new Alone(team))) {
            program.gradients();
            Map<String, double[]> results = new TreeMap<>();
            results.put("kept", numbers(program.output(outputs.get(0))));
            results.put("weights", numbers(program.output(outputs.get(1))));
            values.keySet().forEach(name -> results.put(name, numbers(program.gradient(name))));
            return results;
        }
    }

    private static INDArray random(Random random, DataType type, int from, int to, long... shape) {
        return Nd4j.create(random.ints(Arrays.stream(shape).reduce(1, (a, b) -> a * b), 8 * from, 8 * to).mapToDouble(n -> n / 8.0).toArray(), shape, type);
    }

    private static double[] numbers(INDArray array) {
        return array.castTo(DataType.DOUBLE).dup('c').data().asDouble();
    }

    /** @param tolerance relative to the greatest number of each */
    private static void assertSame(Map<String, double[]> expected, Map<String, double[]> actual, double tolerance) {
        assertEquals(expected.keySet(), actual.keySet());
        expected.forEach((name, values) -> {
            double greatest = Math.max(1, Arrays.stream(values).map(Math::abs).max().orElseThrow());
            assertArrayEquals(values, actual.get(name), tolerance * greatest, name);
        });
    }
}
