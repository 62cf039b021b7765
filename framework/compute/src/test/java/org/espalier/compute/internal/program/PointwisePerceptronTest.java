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

import org.espalier.api.compute.Optimizer;
import org.espalier.api.compute.ProgramRequest;
import org.espalier.api.compute.op.PointwisePerceptron;
import org.espalier.compute.internal.ThreadCounts;
import org.espalier.compute.internal.kernel.Team;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;

/** Perceptrons over several maps beside the same written out with matrices, on maps of more than two tiles, the last of them not full. */
class PointwisePerceptronTest {
    private static final int MAPS = 3;
    private static final int INNER = 16;
    private static final long[] SHAPE = {91, 101};

    @Test
    void equalsProductsWithTheStackedMaps() {
        assertSame(run(DataType.DOUBLE, Team.SINGLE, PointwisePerceptronTest::products), run(DataType.DOUBLE, Team.SINGLE, PointwisePerceptron::of), 1e-10);
    }

    @Test
    void inSinglePrecisionIsCloseToDouble() {
        assertSame(run(DataType.DOUBLE, Team.SINGLE, PointwisePerceptron::of), run(DataType.FLOAT, Team.SINGLE, PointwisePerceptron::of), 2e-3);
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT", "DOUBLE"})
    void theThreadCountDoesNotShow(DataType type) {
        ThreadCounts.sameBits(team -> run(type, team, PointwisePerceptron::of).values().toArray());
    }

    @Test
    void refusesMatricesThatDoNotFitTheMaps() {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> {
            Map<String, INDArray> values = Map.of("maps", Nd4j.ones(DataType.FLOAT, 1, 4, 2), "first", Nd4j.ones(DataType.FLOAT, 2, 5), "second", Nd4j.ones(DataType.FLOAT, 5, 1));
            SameDiff graph = SameDiff.create();
            SDVariable out = PointwisePerceptron.of(graph.var("maps", values.get("maps")), graph.var("first", values.get("first")), graph.var("second", values.get("second")));
            CompiledProgram.of(ProgramRequest.inference(new ParameterSet(values), out), new Alone());
        });
        assertTrue(refusal.getMessage().contains("1 maps need a first matrix of as many rows"), refusal.getMessage());
    }

    @Test
    void theHiddenLayerCountsAsMemoryOfTheProgram() {
        Map<String, INDArray> values = Map.of("maps", Nd4j.ones(DataType.FLOAT, 2, 4, 2), "first", Nd4j.ones(DataType.FLOAT, 2, 5), "second", Nd4j.ones(DataType.FLOAT, 5, 1));
        SameDiff graph = SameDiff.create();
        SDVariable out = PointwisePerceptron.of(graph.var("maps", values.get("maps")), graph.var("first", values.get("first")), graph.var("second", values.get("second")));
        try (ParameterSet parameters = new ParameterSet(values); CompiledProgram program = CompiledProgram.of(ProgramRequest.inference(parameters, out), new Alone())) {
            assertTrue(program.memory() > 1 << 17, "bytes: " + program.memory());
        }
    }

    private interface Perceptron {
        SDVariable of(SDVariable maps, SDVariable first, SDVariable second);
    }

    private static SDVariable products(SDVariable maps, SDVariable first, SDVariable second) {
        SameDiff graph = first.getSameDiff();
        SDVariable stacked = maps.reshape(MAPS, -1);
        return graph.mmul(second, graph.nn().relu(graph.mmul(first, stacked, true, false, false), 0), true, false, false).reshape(SHAPE);
    }

    /** The output and all gradients. */
    private static Map<String, double[]> run(DataType type, Team team, Perceptron perceptron) {
        Random random = new Random(1);
        Map<String, INDArray> values = new LinkedHashMap<>();
        values.put("maps", random(random, type, MAPS, SHAPE[0], SHAPE[1]));
        values.put("first", random(random, type, MAPS, INNER));
        values.put("second", random(random, type, INNER, 1));
        SameDiff graph = SameDiff.create();
        List<SDVariable> variables = values.entrySet().stream().map(value -> graph.var(value.getKey(), value.getValue())).toList();
        SDVariable output = perceptron.of(variables.get(0), variables.get(1), variables.get(2));
        SDVariable loss = Cases.loss(graph, output);
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
