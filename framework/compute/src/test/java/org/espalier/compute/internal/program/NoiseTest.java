package org.espalier.compute.internal.program;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.espalier.api.compute.Optimizer;
import org.espalier.api.compute.ProgramRequest;
import org.espalier.api.compute.op.Noise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;

/** Random numbers inside a graph. */
class NoiseTest {
    private static final int SIZE = 100_000;

    @ParameterizedTest
    @EnumSource(names = {"FLOAT", "DOUBLE"})
    void uniformNumbersFillTheUnitInterval(DataType type) {
        double[] numbers = draw(type, 1, 1, x -> Noise.uniform(x, "a"));
        assertEquals(0.5, mean(numbers, 1), 0.005);
        assertEquals(1.0 / 3, mean(numbers, 2), 0.005);
        assertTrue(Arrays.stream(numbers).allMatch(number -> number >= 0 && number < 1));
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT", "DOUBLE"})
    void normalNumbersHaveTheMomentsOfTheNormalDistribution(DataType type) {
        double[] numbers = draw(type, 1, 1, x -> Noise.normal(x, "a"));
        assertEquals(0, mean(numbers, 1), 0.02);
        assertEquals(1, mean(numbers, 2), 0.03);
        assertEquals(0, mean(numbers, 3), 0.1);
        assertEquals(3, mean(numbers, 4), 0.2);
    }

    @Test
    void bernoulliNumbersAreOneWithTheirProbability() {
        double[] numbers = draw(DataType.FLOAT, 1, 1, x -> Noise.bernoulli(x, 0.3, "a"));
        assertEquals(0.3, mean(numbers, 1), 0.01);
        assertTrue(Arrays.stream(numbers).allMatch(number -> number == 0 || number == 1));
    }

    @Test
    void followFromKeyStreamAndIteration() {
        double[] first = draw(DataType.DOUBLE, 1, 1, x -> Noise.normal(x, "a"));
        assertArrayEquals(first, draw(DataType.DOUBLE, 1, 1, x -> Noise.normal(x, "a")));
        assertFalse(Arrays.equals(first, draw(DataType.DOUBLE, 2, 1, x -> Noise.normal(x, "a"))));
        assertFalse(Arrays.equals(first, draw(DataType.DOUBLE, 1, 2, x -> Noise.normal(x, "a"))));
        assertFalse(Arrays.equals(first, draw(DataType.DOUBLE, 1, 1, x -> Noise.normal(x, "b"))));
    }

    @Test
    void nothingFlowsBackThroughThem() {
        SameDiff graph = SameDiff.create();
        SDVariable x = graph.var("x", Nd4j.createFromArray(1.0, 2.0, 3.0));
        String loss = x.mul(Noise.uniform(x, "a")).sum().name();
        try (ParameterSet parameters = new ParameterSet(Map.of("x", x.getArr()));
                CompiledTraining program = CompiledTraining.of(new ProgramRequest(graph, List.of(), Optional.of(loss), parameters, Optional.of(Optimizer.of(new NoOp())), 0), parameters, new Alone())) {
            double value = program.gradients();
            assertEquals(value, program.gradient("x").mul(parameters.arrays().get("x")).sumNumber().doubleValue(), 1e-12);
        }
    }

    @Test
    void refusesWhatIsNoProbability() {
        SDVariable x = SameDiff.create().var("x", Nd4j.createFromArray(1.0));
        assertEquals("Noise 'a': the probability of a 1 is 1.5, but must be in [0, 1]", assertThrows(IllegalArgumentException.class, () -> Noise.bernoulli(x, 1.5, "a")).getMessage());
    }

    private static double mean(double[] numbers, int power) {
        return Arrays.stream(numbers).map(number -> Math.pow(number, power)).average().orElseThrow();
    }

    private static double[] draw(DataType type, long key, int runs, UnaryOperator<SDVariable> noise) {
        SameDiff graph = SameDiff.create();
        SDVariable x = graph.var("x", Nd4j.create(type, SIZE));
        SDVariable numbers = noise.apply(x);
        try (ParameterSet parameters = new ParameterSet(Map.of("x", x.getArr()));
                CompiledProgram program = CompiledProgram.of(new ProgramRequest(graph, List.of(numbers.name()), Optional.empty(), parameters, Optional.empty(), key), new Alone())) {
            for (int run = 0; run < runs; run++) {
                program.run();
            }
            return program.output(numbers.name()).castTo(DataType.DOUBLE).data().asDouble();
        }
    }
}
