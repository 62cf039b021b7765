package org.espalier.compute.internal.program;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.espalier.api.compute.Optimizer;
import org.espalier.api.compute.ProgramRequest;
import org.espalier.api.compute.UpdateRule;
import org.espalier.compute.internal.memory.Budget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Memory that has been freed is not touched. */
class ClosedProgramTest {
    private final SameDiff graph = SameDiff.create();
    private final INDArray start = Nd4j.ones(DataType.FLOAT, 3);
    private final SDVariable y = graph.placeHolder("x", DataType.FLOAT, 3).mul(graph.var("w", start)).rename("y");
    private final SDVariable loss = y.sum().rename("loss");
    private final ParameterSet parameters = new ParameterSet(Map.of("w", start));

    @Test
    void aClosedProgramIsNotRun() {
        CompiledProgram program = CompiledProgram.of(ProgramRequest.inference(parameters, y), new Alone());
        program.close();

        assertRefused("program", program::run);
        assertRefused("program", () -> program.feed("x", start));
        assertRefused("program", () -> program.output("y"));
        program.close();
    }

    @Test
    void aClosedTrainingProgramIsNotStepped() {
        CompiledTraining program = training();
        program.close();

        assertRefused("program", program::run);
        assertRefused("program", program::step);
        assertRefused("program", program::gradients);
        assertRefused("program", program::update);
        assertRefused("program", () -> program.feed("x", start));
        assertRefused("program", () -> program.output("y"));
        assertRefused("program", () -> program.gradient("w"));
    }

    @Test
    void aProgramIsNotRunOnClosedParameters() {
        CompiledTraining training = training();
        CompiledProgram program = CompiledProgram.of(ProgramRequest.inference(parameters, y), new Alone());
        parameters.close();

        assertRefused("parameters", program::run);
        assertRefused("parameters", training::step);
        assertRefused("parameters", training::update);
        assertRefused("parameters", () -> parameters.restore(Map.of("w", start)));
        assertRefused("parameters", parameters::snapshot);
    }

    @Test
    void aProgramDoesNotGoOnFromAClosedState() {
        Optimizer adam = Optimizer.of(new UpdateRule.Adam(), 0.1);
        TrainingState state = new TrainingState(parameters, adam, Budget.UNLIMITED);
        CompiledTraining program = CompiledTraining.of(request(adam), state, new Alone());
        state.close();

        assertRefused("optimizer", program::update);
    }

    private CompiledTraining training() {
        return CompiledTraining.of(request(Optimizer.of(new UpdateRule.Adam(), 0.1)), parameters, new Alone());
    }

    private ProgramRequest request(Optimizer optimizer) {
        return new ProgramRequest(graph, List.of("y"), Optional.of("loss"), parameters, Optional.of(optimizer), 0);
    }

    private static void assertRefused(String what, Executable use) {
        String message = assertThrows(IllegalStateException.class, use).getMessage();
        assertTrue(message.contains(what) && message.contains("closed"), message);
    }
}
