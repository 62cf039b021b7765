package org.espalier.compute.internal.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

import org.espalier.api.compute.Optimizer;
import org.espalier.api.compute.OptimizerState;
import org.espalier.api.error.DataException;
import org.espalier.compute.internal.checkpoint.Safetensors;
import org.espalier.compute.internal.memory.Budget;
import org.espalier.compute.internal.memory.NativeMemory;
import org.espalier.compute.internal.update.State;

/** A count of updates, and an optimizer's state beside the parameters. */
public final class TrainingState implements OptimizerState, Holding {
    private static final String ITERATION = "iteration";

    private final ParameterSet parameters;
    private final Optimizer optimizer;
    private final NativeMemory memory;
    private final State state;
    private long iteration;

    /** Before the first update, in memory of its own. */
    public TrainingState(ParameterSet parameters, Optimizer optimizer, Budget budget) {
        this(parameters, optimizer, new NativeMemory(budget));
    }

    /** Before the first update, in memory that is closed with it. */
    TrainingState(ParameterSet parameters, Optimizer optimizer, NativeMemory memory) {
        this.parameters = parameters;
        this.optimizer = optimizer;
        this.memory = memory;
        memory.purpose("the optimizer's state of parameters " + parameters.arrays().keySet());
        try {
            this.state = new State(optimizer.rule(), parameters.vectors(), parameters.layout().tensors(), memory);
        } catch (RuntimeException | Error e) {
            memory.close();
            throw e;
        }
    }

    /** @throws IllegalStateException if the state or its parameters have been closed */
    void requireOpen() {
        parameters.requireOpen();
        memory.requireOpen("this optimizer's state");
    }

    State state() {
        return state;
    }

    void updateDone() {
        iteration++;
    }

    @Override
    public ParameterSet parameters() {
        return parameters;
    }

    @Override
    public Optimizer optimizer() {
        return optimizer;
    }

    @Override
    public long iteration() {
        return iteration;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        requireOpen();
        Safetensors.write(out, state.arrays(), Map.of(ITERATION, Long.toString(iteration)));
    }

    @Override
    public void readFrom(InputStream in) throws IOException {
        requireOpen();
        String read = Safetensors.read(in, state.arrays()).get(ITERATION);
        if (read == null || !read.matches("\\d{1,18}")) {
            throw new DataException("Optimizer state: the header's '" + ITERATION + "' is " + read + ", but a count was expected");
        }
        iteration = Long.parseLong(read);
    }

    @Override
    public long held() {
        return memory.held();
    }

    @Override
    public void close() {
        memory.close();
    }
}
