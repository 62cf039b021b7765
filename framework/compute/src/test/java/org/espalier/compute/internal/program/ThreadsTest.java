package org.espalier.compute.internal.program;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.espalier.api.compute.Optimizer;
import org.espalier.api.compute.ProgramRequest;
import org.espalier.compute.internal.ThreadCounts;
import org.espalier.compute.internal.kernel.Team;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;

/** Ops of several passes over arrays long enough for several threads. */
class ThreadsTest {
    private static final int ROWS = 1501;
    private static final int COLUMNS = 123;

    @ParameterizedTest
    @EnumSource(names = {"FLOAT", "DOUBLE"})
    void doNotShowInNormalisationAndSoftmax(DataType type) {
        double[] one = ThreadCounts.sameBits(team -> gradients(type, team));
        assertEquals(ROWS * COLUMNS + 2 * COLUMNS, one.length);
    }

    private static double[] gradients(DataType type, Team team) {
        SameDiff graph = SameDiff.create();
        Map<String, INDArray> initial = new LinkedHashMap<>();
        initial.put("x", values(type, ROWS, COLUMNS));
        initial.put("gain", values(type, COLUMNS));
        initial.put("bias", values(type, COLUMNS));
        initial.forEach(graph::var);
        SDVariable normal = graph.nn.layerNorm(graph.getVariable("x"), graph.getVariable("gain"), graph.getVariable("bias"), true, 1);
        String loss = graph.math.square(graph.nn.softmax(normal, 1).add(graph.nn.logSoftmax(normal, 0))).mean().name();
        try (ParameterSet parameters = new ParameterSet(initial);
                CompiledTraining program = CompiledTraining.of(new ProgramRequest(graph, List.of(), Optional.of(loss), parameters, Optional.of(Optimizer.of(new NoOp())), 0), parameters, new Alone(team))) {
            program.gradients();
            return initial.keySet().stream().flatMapToDouble(name -> Arrays.stream(program.gradient(name).castTo(DataType.DOUBLE).dup().data().asDouble())).toArray();
        }
    }

    private static INDArray values(DataType type, long... shape) {
        INDArray values = Nd4j.create(type, shape);
        for (long i = 0; i < values.length(); i++) {
            values.putScalar(i, Math.sin(i * 0.7) + 0.1 * Math.cos(i * 3.1));
        }
        return values;
    }
}
