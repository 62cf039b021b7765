package org.espalier.compute.internal.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.espalier.api.compute.Optimizer;
import org.espalier.api.compute.ProgramRequest;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * Random graphs compute what SameDiff's own session computes, to {@value #TOLERANCE} relative; so do their gradients, or else finite differences say that the session
 * is wrong. System property {@code oracle.graphs} asks for more graphs, {@code oracle.seed} for one.
 */
class RandomGraphTest {
    private static final double TOLERANCE = 1e-9;
    private static final double DIFFERENCE = 1e-5;
    private static final double DIFFERENCE_TOLERANCE = 1e-6;
    private static final int SIZE = 14;
    private static final int GRAPHS = Integer.getInteger("oracle.graphs", 40);
    private static final Long SEED = Long.getLong("oracle.seed");

    @Test
    void programsEqualSameDiffsSession() {
        for (long seed = SEED == null ? 1 : SEED; seed <= (SEED == null ? GRAPHS : SEED); seed++) {
            RandomGraph graph = RandomGraph.of(seed, SIZE);
            if (mismatch(graph).isPresent()) {
                RandomGraph smallest = graph.shrunk(smaller -> mismatch(smaller).isPresent());
                fail(mismatch(smallest).orElseThrow() + " in the smallest failing " + smallest);
            }
        }
    }

    @Test
    void failingGraphsShrinkToWhatMakesThemFail() {
        RandomGraph graph = RandomGraph.of(3, 60);
        RandomGraph smallest = graph.shrunk(smaller -> smaller.has(RandomOp.SIGMOID::equals));
        assertEquals(List.of("parameter", "SIGMOID of [0]"), smallest.nodes().stream().map(node -> node.toString().replaceAll(" \\[\\d, \\d.*", "")).toList(), smallest::toString);
    }

    /** What differs. */
    private static Optional<String> mismatch(RandomGraph random) {
        SameDiff oracle = SameDiff.create();
        random.build(oracle);
        Map<String, INDArray> initial = new LinkedHashMap<>();
        oracle.variables().stream().filter(variable -> variable.name().matches("p\\d+")).forEach(variable -> initial.put(variable.name(), variable.getArr()));
        double expected = oracle.output(Map.of(), "loss").get("loss").getDouble(0);
        SameDiff graph = SameDiff.create();
        random.build(graph);
        try (ParameterSet parameters = new ParameterSet(initial);
                CompiledTraining program = CompiledTraining.of(new ProgramRequest(graph, List.of("loss"), Optional.of("loss"), parameters, Optional.of(Optimizer.of(new NoOp())), 0), parameters, new Alone())) {
            double loss = program.gradients();
            if (!near(expected, loss, TOLERANCE)) {
                return Optional.of("Loss " + loss + " instead of " + expected);
            }
            boolean equal = !random.has(op -> !op.sessionHasGradient()) && equalsSession(oracle, initial, program);
            return equal ? Optional.empty() : differenceMismatch(parameters, program);
        }
    }

    private static boolean equalsSession(SameDiff oracle, Map<String, INDArray> initial, CompiledTraining program) {
        oracle.setLossVariables("loss");
        return oracle.calculateGradients(Map.of(), initial.keySet()).entrySet().stream().allMatch(entry -> {
            double[] expected = entry.getValue().dup('c').data().asDouble();
            double[] actual = program.gradient(entry.getKey()).dup().data().asDouble();
            return IntStream.range(0, expected.length).allMatch(i -> near(expected[i], actual[i], TOLERANCE));
        });
    }

    private static Optional<String> differenceMismatch(ParameterSet parameters, CompiledTraining program) {
        for (Map.Entry<String, INDArray> entry : parameters.arrays().entrySet()) {
            program.gradients();
            double[] gradient = program.gradient(entry.getKey()).dup().data().asDouble();
            for (int i = 0; i < gradient.length; i++) {
                double slope = (lossWith(program, entry.getValue(), i, DIFFERENCE) - lossWith(program, entry.getValue(), i, -DIFFERENCE)) / (2 * DIFFERENCE);
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
