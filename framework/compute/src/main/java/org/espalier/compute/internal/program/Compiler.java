package org.espalier.compute.internal.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.espalier.compute.internal.graph.Traits;
import org.espalier.compute.internal.kernel.Kernel;
import org.espalier.compute.internal.kernel.Kernels;
import org.espalier.compute.internal.kernel.Site;
import org.espalier.compute.internal.kernel.movement.Reads;
import org.espalier.compute.internal.kernel.movement.Region;
import org.espalier.compute.internal.memory.NativeMemory;
import org.espalier.compute.internal.memory.Raw;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.internal.SameDiffOp;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Lays out the buffers of a list of ops and makes their kernels. What follows from constants and shapes alone is computed here, once. */
final class Compiler {
    private final SameDiff graph;
    private final Map<String, INDArray> parameters;
    private final Map<String, INDArray> targets;
    private final Kernels kernels;
    private final NativeMemory memory;
    private final Layout layout;
    private final Set<String> known = new HashSet<>();
    private final Map<String, INDArray> placeholders = new LinkedHashMap<>();
    private final List<INDArray> constants = new ArrayList<>();
    private final List<Kernel> schedule = new ArrayList<>();

    /**
     * @param parameters arrays of the trainable variables
     * @param targets    arrays that some variables are to be written to
     * @param results    variables whose values must last until the end of a run
     */
    Compiler(SameDiff graph, Map<String, INDArray> parameters, Map<String, INDArray> targets, Collection<String> results,
            List<SameDiffOp> ops, Kernels kernels, NativeMemory memory) {
        this.graph = graph;
        this.parameters = parameters;
        this.targets = targets;
        this.kernels = kernels;
        this.memory = memory;
        this.layout = new Layout(memory, readers(ops, results));
    }

    private static Map<String, Integer> readers(List<SameDiffOp> ops, Collection<String> results) {
        Map<String, Integer> readers = new HashMap<>();
        ops.forEach(op -> inputs(op).forEach(input -> readers.merge(input, 1, Integer::sum)));
        results.forEach(result -> readers.merge(result, 1, Integer::sum));
        return readers;
    }

    private static List<String> inputs(SameDiffOp op) {
        return op.getInputsToOp() == null ? List.of() : op.getInputsToOp();
    }

    /** Adds an op; those it needs have been added. */
    void add(SameDiffOp node) {
        List<INDArray> inputs = inputs(node).stream().map(this::array).toList();
        List<Spec> specs = Spec.of(graph, node, inputs);
        if (isKnown(node)) {
            compute(node, inputs, specs);
        } else if (Traits.isAlias(node.getOp())) {
            layout.alias(node.getOutputsOfOp().get(0), node.getInputsToOp().get(0), specs.get(0), 0);
        } else {
            views(node, inputs, specs).ifPresentOrElse(views -> view(node, views, specs), () -> schedule(node, inputs, specs));
        }
        inputs(node).forEach(layout::read);
    }

    /** Adds work that is no op of the graph. */
    void add(Kernel kernel) {
        schedule.add(kernel);
    }

    /** The memory of a variable that has been added, or needs no op. */
    INDArray array(String variable) {
        if (!layout.contains(variable)) {
            layout.fix(variable, source(graph.getVariable(variable)));
        }
        return layout.array(variable);
    }

    Map<String, INDArray> placeholders() {
        return placeholders;
    }

    /** Arrays of the graph whose memory the kernels use; ND4J frees it when nobody refers to them any more. */
    List<INDArray> constants() {
        return constants;
    }

    /** What to run, in order. */
    List<Kernel> schedule() {
        return schedule;
    }

    private boolean isKnown(SameDiffOp node) {
        return !Traits.isNoisy(node.getOp()) && (Traits.dependsOnShapesOnly(node.getOp()) || known.containsAll(inputs(node)));
    }

    private void compute(SameDiffOp node, List<INDArray> inputs, List<Spec> specs) {
        for (int i = 0; i < specs.size(); i++) {
            layout.fix(node.getOutputsOfOp().get(i), memory.array(specs.get(i).type(), specs.get(i).shape()));
        }
        kernel(node, inputs).run(0);
        known.addAll(node.getOutputsOfOp());
    }

    /** How the outputs are parts of an input, if each of them lies there in one piece. */
    private static Optional<Reads> views(SameDiffOp node, List<INDArray> inputs, List<Spec> specs) {
        return Reads.of(node.getOp(), inputs.stream().map(INDArray::shape).toList(), specs.stream().map(Spec::shape).toList())
                .filter(reads -> reads.regions().stream().allMatch(Region::isDense) && specs.get(0).type() == inputs.get(reads.input()).dataType());
    }

    private void view(SameDiffOp node, Reads views, List<Spec> specs) {
        for (int i = 0; i < specs.size(); i++) {
            layout.alias(node.getOutputsOfOp().get(i), node.getInputsToOp().get(views.input()), specs.get(i), views.regions().get(i).offset());
        }
    }

    private void schedule(SameDiffOp node, List<INDArray> inputs, List<Spec> specs) {
        List<String> outputs = node.getOutputsOfOp();
        for (int i = 0; i < specs.size(); i++) {
            INDArray target = targets.get(outputs.get(i));
            if (target != null && Arrays.equals(target.shape(), specs.get(i).shape())) {
                layout.fix(outputs.get(i), target);
            } else {
                layout.place(outputs.get(i), specs.get(i));
            }
        }
        schedule.add(kernel(node, inputs));
        outputs.forEach(layout::dropIfUnread);
    }

    private Kernel kernel(SameDiffOp node, List<INDArray> inputs) {
        List<String> outputs = node.getOutputsOfOp();
        return kernels.create(new Site(node.getOp(), outputs.get(0), inputs, outputs.stream().map(layout::array).toList()));
    }

    private INDArray source(SDVariable variable) {
        return switch (variable.getVariableType()) {
            case CONSTANT -> constant(variable);
            case VARIABLE -> parameter(variable);
            case PLACEHOLDER -> placeholder(variable);
            default -> throw new IllegalStateException("Variable '" + variable.name() + "' was asked for before the op that computes it was added");
        };
    }

    private INDArray constant(SDVariable variable) {
        known.add(variable.name());
        INDArray value = variable.getArr();
        constants.add(value);
        return Raw.isDense(value) ? value : memory.array(value.dataType(), value.shape()).assign(value);
    }

    private INDArray parameter(SDVariable variable) {
        INDArray value = parameters.get(variable.name());
        if (value == null) {
            throw new IllegalArgumentException("The graph's trainable variable '" + variable.name() + "' is not among the parameters " + parameters.keySet());
        }
        long[] shape = variable.getShape();
        if (shape != null && !Arrays.equals(shape, value.shape()) || variable.dataType() != value.dataType()) {
            throw new IllegalArgumentException("The graph's trainable variable '" + variable.name() + "' is " + variable.dataType() + " " + Arrays.toString(shape)
                    + ", but the parameter of this name is " + value.dataType() + " " + Arrays.toString(value.shape()));
        }
        return value;
    }

    private INDArray placeholder(SDVariable variable) {
        long[] shape = variable.placeholderShape();
        if (shape == null || Arrays.stream(shape).anyMatch(size -> size < 0)) {
            throw new IllegalArgumentException("Placeholder '" + variable.name() + "' has shape " + Arrays.toString(shape) + ": a program needs all sizes");
        }
        INDArray memory = this.memory.array(variable.dataType(), shape);
        placeholders.put(variable.name(), memory);
        return memory;
    }
}
