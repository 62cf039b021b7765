package org.espalier.compute.internal.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.espalier.api.compute.ProgramRequest;
import org.espalier.compute.internal.graph.Gradients;
import org.espalier.compute.internal.graph.Order;
import org.espalier.compute.internal.kernel.Kernels;
import org.espalier.compute.internal.memory.NativeMemory;
import org.espalier.compute.internal.memory.Raw;
import org.espalier.compute.internal.update.Updates;
import org.nd4j.autodiff.samediff.internal.SameDiffOp;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Compiles outputs and loss, then the gradients, so that the ops of the forward pass come first. */
final class TrainingCompiler {
    private final ProgramRequest request;
    private final NativeMemory memory;
    private final Owner owner;
    private final TrainingState state;
    private final ParameterSet parameters;
    private final Map<String, INDArray> gradients = new LinkedHashMap<>();

    TrainingCompiler(ProgramRequest request, TrainingState state, Owner owner, NativeMemory memory) {
        this.request = request;
        this.memory = memory;
        this.owner = owner;
        this.state = state;
        this.parameters = state.parameters();
    }

    CompiledTraining compile() {
        String loss = Requests.loss(request);
        Map<String, String> gradientNames = Gradients.of(request.graph(), loss, trainable());
        List<String> results = new ArrayList<>(Requests.outputs(request));
        results.add(loss);
        List<SameDiffOp> forward = Order.of(request.graph(), results);
        Tables tables = new Tables(request, parameters, gradientNames);
        gradientNames.keySet().removeAll(tables.names());
        FlatLayout dense = parameters.layout().without(tables.names());
        memory.purpose("gradients of parameters " + parameters.arrays().keySet());
        Map<DataType, INDArray> vectors = dense.vectors(memory);
        gradients.putAll(dense.views(vectors));
        results.addAll(gradientNames.values());
        results.addAll(tables.needs());
        List<SameDiffOp> all = Order.of(request.graph(), results);

        Compiler compiler = new Compiler(request.graph(), parameters.arrays(), targets(gradientNames), results, all,
                new Kernels(owner.team(), request.randomKey(), memory), owner, memory);
        forward.forEach(compiler::add);
        INDArray lossValue = scalar(loss, compiler.array(loss));
        Requests.outputs(request).forEach(compiler::array);
        int forwardLength = compiler.schedule().size();
        all.subList(forward.size(), all.size()).forEach(compiler::add);
        gradientNames.forEach((parameter, gradient) -> copyUnlessWritten(compiler, gradient, parameter));
        tables.addTo(compiler, owner.team());

        Updates updates = new Updates(state.optimizer(), state.state(), parameters.vectors(), vectors, parameters.layout().tensors(), tables.gradients(), memory, owner.team());
        List<INDArray> watched = new ArrayList<>(vectors.values());
        watched.add(lossValue);
        return new CompiledTraining(new Execution(owner, memory, compiler, request.outputs(), watched, tables.gradients(), state::requireOpen), forwardLength, lossValue,
                new GradientArrays(gradients, tables, parameters.arrays(), memory), state, updates);
    }

    private List<String> trainable() {
        return parameters.arrays().keySet().stream().filter(name -> request.graph().hasVariable(name)).toList();
    }

    /** The memory each gradient is written to. If parameters share a gradient, one gets it directly and the others a copy. */
    private Map<String, INDArray> targets(Map<String, String> gradientNames) {
        Map<String, INDArray> targets = new HashMap<>();
        gradientNames.forEach((parameter, gradient) -> targets.putIfAbsent(gradient, gradients.get(parameter)));
        return targets;
    }

    private static INDArray scalar(String name, INDArray loss) {
        if (loss.length() != 1) {
            throw new IllegalArgumentException("The loss '" + name + "' must be a scalar, not of shape " + Arrays.toString(loss.shape()));
        }
        return loss;
    }

    private void copyUnlessWritten(Compiler compiler, String gradient, String parameter) {
        INDArray value = compiler.array(gradient);
        INDArray target = gradients.get(parameter);
        if (value.length() != target.length() || value.dataType() != target.dataType()) {
            throw new IllegalArgumentException("Parameter '" + parameter + "' is " + target.dataType() + " " + Arrays.toString(target.shape())
                    + ", but its gradient '" + gradient + "' is " + value.dataType() + " " + Arrays.toString(value.shape()));
        }
        if (value != target) {
            compiler.add(iteration -> Raw.copy(value, target));
        }
    }
}
