package org.espalier.compute.internal.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

import org.espalier.api.compute.ProgramRequest;
import org.espalier.api.compute.TrainingProgram;
import org.espalier.api.error.DataException;
import org.espalier.compute.internal.checkpoint.Safetensors;
import org.espalier.compute.internal.memory.NativeMemory;
import org.espalier.compute.internal.update.Updates;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A program that goes on after the loss with its gradient, and then changes the parameters. */
public final class CompiledTraining implements TrainingProgram, Holding {
    private static final String ITERATION = "iteration";

    private final Execution execution;
    private final int forward;
    private final INDArray loss;
    private final GradientArrays gradients;
    private final Updates updates;
    private long iteration;

    /** @param forward number of kernels up to outputs and loss */
    CompiledTraining(Execution execution, int forward, INDArray loss, GradientArrays gradients, Updates updates) {
        this.execution = execution;
        this.forward = forward;
        this.loss = loss;
        this.gradients = gradients;
        this.updates = updates;
    }

    /** Makes a program of what the request's outputs, loss and gradients need. */
    public static CompiledTraining of(ProgramRequest request, ParameterSet parameters, Owner owner) {
        NativeMemory memory = new NativeMemory();
        try {
            return new TrainingCompiler(request, parameters, owner, memory).compile();
        } catch (RuntimeException e) {
            memory.close();
            throw e;
        }
    }

    @Override
    public void feed(String placeholder, INDArray value) {
        execution.feed(placeholder, value);
    }

    @Override
    public void run() {
        execution.run(forward, iteration);
    }

    @Override
    public double gradients() {
        execution.run(execution.length(), iteration);
        return loss.getDouble(0);
    }

    @Override
    public void update() {
        execution.check();
        updates.apply(iteration++);
    }

    @Override
    public double step() {
        double before = gradients();
        update();
        return before;
    }

    @Override
    public INDArray output(String variable) {
        return execution.output(variable);
    }

    @Override
    public INDArray gradient(String parameter) {
        return gradients.get(parameter);
    }

    @Override
    public long iteration() {
        return iteration;
    }

    @Override
    public void writeState(OutputStream out) throws IOException {
        Safetensors.write(out, updates.state(), Map.of(ITERATION, Long.toString(iteration)));
    }

    @Override
    public void readState(InputStream in) throws IOException {
        String read = Safetensors.read(in, updates.state()).get(ITERATION);
        if (read == null || !read.matches("\\d{1,18}")) {
            throw new DataException("Optimizer state: the header's '" + ITERATION + "' is " + read + ", but a count was expected");
        }
        iteration = Long.parseLong(read);
    }

    @Override
    public long memory() {
        return execution.held();
    }

    @Override
    public long held() {
        return execution.held();
    }

    @Override
    public void close() {
        execution.close();
    }
}
