package org.espalier.compute.internal.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Function;

import org.espalier.api.compute.ProgramRequest;
import org.espalier.api.compute.TrainingProgram;
import org.espalier.compute.internal.kernel.Kernel;
import org.espalier.compute.internal.memory.NativeMemory;
import org.espalier.compute.internal.update.Updates;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A program that goes on after the loss with its gradient, and then changes the parameters. */
public final class CompiledTraining implements TrainingProgram, Holding {
    private final Execution execution;
    private final int forward;
    private final INDArray loss;
    private final GradientArrays gradients;
    private final TrainingState state;
    private final Kernel update;

    /** @param forward number of kernels up to outputs and loss */
    CompiledTraining(Execution execution, int forward, INDArray loss, GradientArrays gradients, TrainingState state, Updates updates) {
        this.execution = execution;
        this.forward = forward;
        this.loss = loss;
        this.gradients = gradients;
        this.state = state;
        this.update = execution.fit("optimizer", updates.bytes(), updates::apply);
    }

    /** Makes a program of what the request's outputs, loss and gradients need, with an optimizer's state of its own. */
    public static CompiledTraining of(ProgramRequest request, ParameterSet parameters, Owner owner) {
        return compile(owner, memory -> new TrainingCompiler(request, new TrainingState(parameters, Requests.optimizer(request), memory), owner, memory));
    }

    /** Makes a program of what the request's outputs, loss and gradients need, that goes on from a state. */
    public static CompiledTraining of(ProgramRequest request, TrainingState state, Owner owner) {
        return compile(owner, memory -> new TrainingCompiler(request, state, owner, memory));
    }

    private static CompiledTraining compile(Owner owner, Function<NativeMemory, TrainingCompiler> compiler) {
        NativeMemory memory = new NativeMemory(owner.budget());
        try {
            return compiler.apply(memory).compile();
        } catch (RuntimeException | Error e) {
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
        execution.run(forward, state.iteration());
    }

    @Override
    public double gradients() {
        execution.run(execution.length(), state.iteration());
        return loss.getDouble(0);
    }

    @Override
    public void update() {
        execution.check();
        update.run(state.iteration());
        state.updateDone();
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
        execution.requireOpen();
        return gradients.get(parameter);
    }

    @Override
    public long iteration() {
        return state.iteration();
    }

    @Override
    public void writeState(OutputStream out) throws IOException {
        state.writeTo(out);
    }

    @Override
    public void readState(InputStream in) throws IOException {
        state.readFrom(in);
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
