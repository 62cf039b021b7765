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
import org.espalier.api.compute.op.PairPerceptron;
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

/** Perceptrons on the products of all pairs of rows beside the same written out with all products there. */
class PairPerceptronTest {
    private static final Shape TILES = new Shape(70, 13, 24, 7, 3);

    /** @param batch of the rows, with the names of {@link PairPerceptron} */
    record Shape(int batch, int fields, int width, int inner, int outer) {
    }

    /** One of one tile, one of several tiles and chunks with rests, and made-up ones. */
    static Stream<Shape> shapes() {
        Random random = new Random(5);
        Stream<Shape> some = IntStream.range(0, 12)
                .mapToObj(i -> new Shape(1 + random.nextInt(90), 1 + random.nextInt(15), 1 + random.nextInt(70), 1 + random.nextInt(20), 1 + random.nextInt(4)));
        return Stream.concat(Stream.of(TILES, new Shape(1, 1, 1, 1, 1), new Shape(9, 39, 64, 18, 3)), some);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void equalsProductsOfAllPairs(Shape shape) {
        assertSame(run(shape, DataType.DOUBLE, Team.SINGLE, PairPerceptronTest::writtenOut), run(shape, DataType.DOUBLE, Team.SINGLE, PairPerceptron::of), 1e-11);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void inSinglePrecisionIsCloseToDouble(Shape shape) {
        assertSame(run(shape, DataType.DOUBLE, Team.SINGLE, PairPerceptron::of), run(shape, DataType.FLOAT, Team.SINGLE, PairPerceptron::of), 1e-4);
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT", "DOUBLE"})
    void theThreadCountDoesNotShow(DataType type) {
        ThreadCounts.sameBits(team -> run(TILES, type, team, PairPerceptron::of).values().toArray());
    }

    @Test
    void refusesMatricesThatDoNotFit() {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class,
                () -> run(TILES, DataType.FLOAT, Team.SINGLE, (rows, first, bias, second) -> PairPerceptron.of(rows, second, bias, first)));
        assertTrue(refusal.getMessage().contains("it needs rows [B, M, d], a first matrix [d, inner]"), refusal.getMessage());
    }

    private interface Perceptron {
        SDVariable of(SDVariable rows, SDVariable first, SDVariable bias, SDVariable second);
    }

    private static SDVariable writtenOut(SDVariable rows, SDVariable first, SDVariable bias, SDVariable second) {
        SameDiff graph = rows.getSameDiff();
        long[] shape = rows.getArr().shape();
        SDVariable products = rows.reshape(shape[0], shape[1], 1, shape[2]).mul(rows.reshape(shape[0], 1, shape[1], shape[2])).reshape(shape[0] * shape[1] * shape[1], shape[2]);
        SDVariable outputs = graph.nn().relu(products.mmul(first).add(bias), 0).mmul(second);
        return outputs.reshape(shape[0], shape[1], shape[1], second.getArr().size(1)).permute(0, 3, 1, 2);
    }

    /** The output and all gradients. */
    private static Map<String, double[]> run(Shape shape, DataType type, Team team, Perceptron perceptron) {
        Random random = new Random(1);
        Map<String, INDArray> values = new LinkedHashMap<>();
        values.put("rows", random(random, type, shape.batch, shape.fields, shape.width));
        values.put("first", random(random, type, shape.width, shape.inner));
        values.put("bias", random(random, type, shape.inner));
        values.put("second", random(random, type, shape.inner, shape.outer));
        SameDiff graph = SameDiff.create();
        List<SDVariable> variables = values.entrySet().stream().map(value -> graph.var(value.getKey(), value.getValue())).toList();
        SDVariable output = perceptron.of(variables.get(0), variables.get(1), variables.get(2), variables.get(3));
        SDVariable upstream = graph.constant(random(random, type, shape.batch, shape.outer, shape.fields, shape.fields));
        SDVariable loss = output.mul(upstream).sum();
        try (ParameterSet parameters = new ParameterSet(values);
                CompiledTraining program = CompiledTraining.of(new ProgramRequest(graph, List.of(output.name()), Optional.of(loss.name()), parameters, Optional.of(Optimizer.of(new Sgd(0.1))), 0),
                        parameters, new Alone(team))) {
            program.gradients();
            Map<String, double[]> results = new TreeMap<>();
            results.put("output", numbers(program.output(output.name())));
            values.keySet().forEach(name -> results.put(name, numbers(program.gradient(name))));
            return results;
        }
    }

    private static INDArray random(Random random, DataType type, long... shape) {
        return Nd4j.create(random.doubles(Arrays.stream(shape).reduce(1, (a, b) -> a * b), -1, 1).toArray(), shape, type);
    }

    private static double[] numbers(INDArray array) {
        return array.castTo(DataType.DOUBLE).dup('c').data().asDouble();
    }

    /** @param tolerance relative to the greatest number of each */
    private static void assertSame(Map<String, double[]> expected, Map<String, double[]> actual, double tolerance) {
        assertEquals(expected.keySet(), actual.keySet());
        expected.forEach((name, values) -> {
            double greatest = Arrays.stream(values).map(Math::abs).max().orElseThrow();
            assertArrayEquals(values, actual.get(name), tolerance * greatest, name);
        });
    }
}
