package org.espalier.compute.internal.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.espalier.api.compute.Optimizer;
import org.espalier.api.compute.ProgramRequest;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * Random graphs compute what SameDiff's own session computes, to {@value #TOLERANCE} relative; so do their gradients, or else finite differences say that the session
 * is wrong. In single precision they are near that. System property {@code oracle.graphs} asks for more graphs, {@code oracle.seed} for one.
 */
class RandomGraphTest {
    private static final double TOLERANCE = 1e-9;
    private static final double DIFFERENCE = 1e-5;
    private static final double DIFFERENCE_TOLERANCE = 1e-6;
    /** Elements of a parameter that are changed at most, about. */
    private static final int PLACES = 12;
    private static final double SINGLE = 1e-4;
    private static final int SIZE = 14;
    private static final int GRAPHS = Integer.getInteger("oracle.graphs", 100);
    private static final Long SEED = Long.getLong("oracle.seed");

    @Test
    void programsEqualSameDiffsSession() {
        assertNone(RandomGraphTest::mismatch);
    }

    @Test
    void singlePrecisionIsNearDouble() {
        assertNone(RandomGraphTest::mismatchInSinglePrecision);
    }

    private static void assertNone(Function<RandomGraph, Optional<String>> mismatch) {
        for (long seed = SEED == null ? 1 : SEED; seed <= (SEED == null ? GRAPHS : SEED); seed++) {
            RandomGraph graph = RandomGraph.of(seed, SIZE);
            if (mismatch.apply(graph).isPresent()) {
                RandomGraph smallest = graph.shrunk(smaller -> mismatch.apply(smaller).isPresent());
                fail(mismatch.apply(smallest).orElseThrow() + " in the smallest failing " + smallest);
            }
        }
    }

    @Test
    void everyOpOccurs() {
        Set<RandomOp> missing = EnumSet.allOf(RandomOp.class);
        LongStream.rangeClosed(1, Math.max(100, GRAPHS)).mapToObj(seed -> RandomGraph.of(seed, SIZE)).forEach(graph -> missing.removeIf(op -> graph.has(op::equals)));
        assertEquals(Set.of(), missing);
    }

    @Test
    void failingGraphsShrinkToWhatMakesThemFail() {
        RandomGraph graph = RandomGraph.of(3, 60);
        RandomGraph smallest = graph.shrunk(smaller -> smaller.has(RandomOp.SIGMOID::equals));
        assertEquals(List.of("parameter", "SIGMOID of [0]"), smallest.nodes().stream().map(node -> node.toString().replaceAll(" \\[[^\\]]*\\]$", "")).toList(), smallest::toString);
    }

    @Test
    void whatCannotBeCompiledIsAMismatch() {
        RandomGraph impossible = new RandomGraph(1, List.of(new RandomGraph.Node(null, List.of(), List.of(2, 3)), new RandomGraph.Node(RandomOp.CONVOLUTION, List.of(0, 0), List.of(2, 3))));
        assertTrue(mismatch(impossible).orElseThrow().startsWith("It fails: "));
    }

    /** What differs, or why it cannot be compiled or run. */
    private static Optional<String> mismatch(RandomGraph random) {
        return guarded(() -> {
            Map<String, INDArray> fed = new LinkedHashMap<>();
            SameDiff oracle = SameDiff.create();
            random.build(oracle, DataType.DOUBLE, fed);
            double expected = oracle.output(fed, "loss").get("loss").getDouble(0);
            try (Compiled compiled = new Compiled(random, DataType.DOUBLE)) {
                double loss = compiled.program.gradients();
                if (!near(expected, loss, TOLERANCE)) {
                    return Optional.of("Loss " + loss + " instead of " + expected);
                }
                boolean equal = !random.has(op -> !op.sessionHasGradient()) && equalsSession(oracle, fed, compiled);
                return equal ? Optional.empty() : differenceMismatch(compiled);
            }
        });
    }

    private static Optional<String> mismatchInSinglePrecision(RandomGraph random) {
        return guarded(() -> {
            try (Compiled doubles = new Compiled(random, DataType.DOUBLE); Compiled floats = new Compiled(random, DataType.FLOAT)) {
                double expected = doubles.program.gradients();
                double loss = floats.program.gradients();
                if (!near(expected, loss, SINGLE)) {
                    return Optional.of("Loss " + loss + " instead of " + expected);
                }
                return doubles.parameters.arrays().keySet().stream().filter(name -> !nearly(doubles.gradient(name), floats.gradient(name))).findFirst()
                        .map(name -> "Gradient of " + name + " " + Arrays.toString(floats.gradient(name)) + " instead of " + Arrays.toString(doubles.gradient(name)));
            }
        });
    }

    private static Optional<String> guarded(Supplier<Optional<String>> comparison) {
        try {
            return comparison.get();
        } catch (RuntimeException e) {
            return Optional.of("It fails: " + e);
        }
    }

    private static boolean nearly(double[] expected, double[] actual) {
        double largest = Arrays.stream(expected).map(Math::abs).max().orElse(0);
        return IntStream.range(0, expected.length).allMatch(i -> Math.abs(expected[i] - actual[i]) <= SINGLE * Math.max(1, largest));
    }

    /** A graph as a program. */
    private static final class Compiled implements AutoCloseable {
        private final ParameterSet parameters;
        private final CompiledTraining program;

        Compiled(RandomGraph random, DataType type) {
            SameDiff graph = SameDiff.create();
            Map<String, INDArray> fed = new LinkedHashMap<>();
            random.build(graph, type, fed);
            Map<String, INDArray> initial = new LinkedHashMap<>();
            graph.variables().stream().filter(variable -> variable.name().matches("p\\d+")).forEach(variable -> initial.put(variable.name(), variable.getArr()));
            parameters = new ParameterSet(initial);
            program = CompiledTraining.of(new ProgramRequest(graph, List.of("loss"), Optional.of("loss"), parameters, Optional.of(Optimizer.of(new NoOp())), 0), parameters, new Alone());
            fed.forEach(program::feed);
        }

        double[] gradient(String parameter) {
            return program.gradient(parameter).castTo(DataType.DOUBLE).dup('c').data().asDouble();
        }

        @Override
        public void close() {
            program.close();
            parameters.close();
        }
    }

    private static boolean equalsSession(SameDiff oracle, Map<String, INDArray> fed, Compiled compiled) {
        oracle.setLossVariables("loss");
        return oracle.calculateGradients(fed, compiled.parameters.arrays().keySet()).entrySet().stream().allMatch(entry -> {
            double[] expected = entry.getValue().dup('c').data().asDouble();
            double[] actual = compiled.gradient(entry.getKey());
            return IntStream.range(0, expected.length).allMatch(i -> near(expected[i], actual[i], TOLERANCE));
        });
    }

    private static Optional<String> differenceMismatch(Compiled compiled) {
        for (Map.Entry<String, INDArray> entry : compiled.parameters.arrays().entrySet()) {
            compiled.program.gradients();
            double[] gradient = compiled.gradient(entry.getKey());
            for (int i = 0; i < gradient.length; i += 1 + gradient.length / PLACES) {
                double slope = (lossWith(compiled.program, entry.getValue(), i, DIFFERENCE) - lossWith(compiled.program, entry.getValue(), i, -DIFFERENCE)) / (2 * DIFFERENCE);
                if (!near(slope, gradient[i], DIFFERENCE_TOLERANCE)) {
                    return Optional.of("Gradient " + gradient[i] + " of " + entry.getKey() + " at " + i + " instead of the slope " + slope);
                }
            }
        }
        return Optional.empty();
    }

    private static double lossWith(CompiledTraining program, INDArray values, int index, double change) {
        double value = values.getDouble(index);
        values.putScalar(index, value + change);
        double changed = program.gradients();
        values.putScalar(index, value);
        return changed;
    }

    private static boolean near(double expected, double actual, double tolerance) {
        return Math.abs(actual - expected) <= tolerance * Math.max(1, Math.abs(expected));
    }
}
