package org.espalier.compute.internal.program;

import java.util.List;
import java.util.Map;

import org.espalier.api.compute.Program;
import org.espalier.api.compute.ProgramRequest;
import org.espalier.compute.internal.graph.Order;
import org.espalier.compute.internal.kernel.Kernels;
import org.espalier.compute.internal.memory.NativeMemory;
import org.nd4j.autodiff.samediff.internal.SameDiffOp;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A program without gradients. */
public final class CompiledProgram implements Program, Holding {
    private final Execution execution;
    private long runs;

    private CompiledProgram(Execution execution) {
        this.execution = execution;
    }

    /** Makes a program of what the request's outputs need. */
    public static CompiledProgram of(ProgramRequest request, Owner owner) {
        NativeMemory memory = new NativeMemory(owner.budget());
        try {
            List<SameDiffOp> ops = Order.of(request.graph(), Requests.outputs(request));
            Compiler compiler = new Compiler(request.graph(), request.parameters().arrays(), Map.of(), request.outputs(), ops,
                    new Kernels(owner.team(), request.randomKey(), memory), owner, memory);
            ops.forEach(compiler::add);
            return new CompiledProgram(new Execution(owner, memory, compiler, request.outputs(), List.of(), List.of(), needs(request)));
        } catch (RuntimeException | Error e) {
            memory.close();
            throw e;
        }
    }

    private static Runnable needs(ProgramRequest request) {
        return request.parameters() instanceof ParameterSet set ? set::requireOpen : () -> { };
    }

    @Override
    public void feed(String placeholder, INDArray value) {
        execution.feed(placeholder, value);
    }

    @Override
    public void run() {
        execution.run(execution.length(), runs++);
    }

    @Override
    public INDArray output(String variable) {
        return execution.output(variable);
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
