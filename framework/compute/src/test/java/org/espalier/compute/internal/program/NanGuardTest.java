package org.espalier.compute.internal.program;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import org.espalier.api.compute.Diagnostic;
import org.espalier.api.compute.Optimizer;
import org.espalier.api.compute.ProgramRequest;
import org.espalier.api.compute.UpdateRule;
import org.espalier.api.compute.op.Embedding;
import org.espalier.api.error.DivergedException;
import org.espalier.compute.internal.instrument.Instruments;
import org.espalier.compute.internal.kernel.Team;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.VariableType;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;

/** The guard changes no number, and names the op within a chain. */
class NanGuardTest {
    static Stream<String> cases() {
        return Cases.all().keySet().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theGuardChangesNoBit(String name) {
        for (DataType type : List.of(DataType.FLOAT, DataType.DOUBLE)) {
            Map<String, double[]> without = run(name, type, new Alone());
            Map<String, double[]> with = run(name, type, new Guarded());
            without.forEach((variable, values) -> assertArrayEquals(values, with.get(variable), 0, type + " " + variable));
        }
    }

    private static Map<String, double[]> run(String name, DataType type, Owner owner) {
        Map<String, INDArray> fed = new LinkedHashMap<>();
        SameDiff graph = SameDiff.create();
        SDVariable output = Cases.all(type).get(name).apply(graph, fed);
        SDVariable loss = Cases.loss(graph, output);
        Map<String, INDArray> initial = new LinkedHashMap<>();
        graph.variables().stream().filter(variable -> variable.getVariableType() == VariableType.VARIABLE).forEach(variable -> initial.put(variable.name(), variable.getArr()));
        Map<String, double[]> found = new LinkedHashMap<>();
        try (ParameterSet parameters = new ParameterSet(initial);
                CompiledTraining program = CompiledTraining.of(new ProgramRequest(graph, List.of(output.name()), Optional.of(loss.name()), parameters,
                        Optional.of(Optimizer.of(new NoOp())), 0), parameters, owner)) {
            fed.forEach(program::feed);
            found.put("the loss", new double[] {program.gradients()});
            found.put("the output", values(program.output(output.name())));
            initial.keySet().forEach(variable -> found.put(variable, values(program.gradient(variable))));
        }
        return found;
    }

    private static double[] values(INDArray array) {
        return array.castTo(DataType.DOUBLE).dup('c').data().asDouble();
    }

    @Test
    void namesTheOpWithinAChain() {
        String message = divergence("scaled", (graph, x) -> graph.math.tanh(graph.math.sqrt(x.sub(1).rename("less")).rename("root").mul(2)).add(1).rename("scaled"));

        assertTrue(message.startsWith("Op 'sqrt' of variable 'root' made NaN, the first number that is not finite, at element 1 of [3] in iteration 0. Its inputs are finite: [3] -0.5 to 3.0."), message);
    }

    @Test
    void namesAnOpOfSeveralSteps() {
        String message = divergence("out", (graph, x) -> graph.nn.softmax(graph.math.log(x.sub(2)).rename("logs").reshape(1, 3), 1).rename("out"));

        assertTrue(message.startsWith("Op 'log' of variable 'logs' made "), message);
    }

    @Test
    void looksAtOutputsThatAreNotReadAsLittleAsTheProgramDoes() {
        SameDiff graph = SameDiff.create();
        INDArray start = Nd4j.createFromArray(-1f, 2f);
        // the gradient by the exponent, which is no parameter, has the logarithm of -1
        SDVariable loss = graph.math.pow(graph.var("w", start), graph.constant(Nd4j.createFromArray(2f, 2f))).sum().rename("loss");
        try (ParameterSet parameters = new ParameterSet(Map.of("w", start));
                CompiledTraining program = CompiledTraining.of(new ProgramRequest(graph, List.of(), Optional.of("loss"), parameters, Optional.of(Optimizer.of(new NoOp())), 0),
                        parameters, new Guarded())) {
            assertEquals(5, program.gradients());
        }
    }

    @Test
    void looksAtTheGradientsOfTables() {
        SameDiff graph = SameDiff.create();
        INDArray start = Nd4j.zeros(DataType.FLOAT, 5, 1);
        SDVariable rows = Embedding.of(graph.var("table", start), graph.constant(Nd4j.createFromArray(1, 3)));
        SDVariable loss = graph.math.sqrt(rows).sum().rename("loss");
        try (ParameterSet parameters = new ParameterSet(Map.of("table", start));
                CompiledTraining program = CompiledTraining.of(new ProgramRequest(graph, List.of(), Optional.of("loss"), parameters, Optional.of(Optimizer.of(new UpdateRule.Sgd(), 0.1)), 0),
                        parameters, new Guarded())) {
            String message = assertThrows(DivergedException.class, program::gradients).getMessage();
            assertTrue(message.startsWith("Op '"), message);
        }
    }

    private static String divergence(String output, BiFunction<SameDiff, SDVariable, SDVariable> network) {
        SameDiff graph = SameDiff.create();
        SDVariable x = graph.placeHolder("x", DataType.FLOAT, 3);
        network.apply(graph, x);
        try (ParameterSet none = new ParameterSet(Map.of());
                CompiledProgram program = CompiledProgram.of(ProgramRequest.inference(none, graph.getVariable(output)), new Guarded())) {
            program.feed("x", Nd4j.createFromArray(4f, 0.5f, 2f));
            return assertThrows(DivergedException.class, program::run).getMessage();
        }
    }

    /** An owner that asked for the guard. */
    private static final class Guarded implements Owner {
        private final Instruments instruments = new Instruments(Set.of(Diagnostic.NAN_GUARD));

        @Override
        public Instruments instruments() {
            return instruments;
        }

        @Override
        public Team team() {
            return Team.SINGLE;
        }

        @Override
        public void checkCancelled() {
            // never cancelled
        }

        @Override
        public void checkThread() {
            // any thread will do
        }
    }
}
