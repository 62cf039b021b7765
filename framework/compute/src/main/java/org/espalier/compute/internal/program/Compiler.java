package org.espalier.compute.internal.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.espalier.compute.internal.graph.Traits;
import org.espalier.compute.internal.instrument.Work;
import org.espalier.compute.internal.kernel.Kernel;
import org.espalier.compute.internal.kernel.Kernels;
import org.espalier.compute.internal.kernel.Site;
import org.espalier.compute.internal.memory.NativeMemory;
import org.espalier.compute.internal.memory.Raw;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.internal.SameDiffOp;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Lays out the buffers of a list of ops and makes their kernels. What follows from constants and shapes alone is computed here, once. */
final class Compiler {
    private final SameDiff graph;
    private final Map<String, INDArray> given;
    private final Map<String, INDArray> targets;
    private final Kernels kernels;
    private final Owner owner;
    private final NativeMemory memory;
    private final Layout layout;
    private final Set<String> known = new HashSet<>();
    private final Map<String, INDArray> placeholders = new LinkedHashMap<>();
    private final List<INDArray> constants = new ArrayList<>();
    private final List<Kernel> schedule = new ArrayList<>();

    /**
     * @param given      arrays of the trainable variables, and of placeholders that have theirs already
     * @param targets    arrays that some variables are to be written to
     * @param results    variables whose values must last until the end of a run
     * @param owner      for whom it is compiled
     */
    Compiler(SameDiff graph, Map<String, INDArray> given, Map<String, INDArray> targets, Collection<String> results,
            List<SameDiffOp> ops, Kernels kernels, Owner owner, NativeMemory memory) {
        this.graph = graph;
        this.given = given;
        this.targets = targets;
        this.kernels = kernels;
        this.owner = owner;
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
        memory.purpose("variable '" + node.getOutputsOfOp().get(0) + "' of op '" + node.getOp().opName() + "'");
        List<INDArray> inputs = inputs(node).stream().map(this::array).toList();
        List<Spec> specs = Spec.of(graph, node, inputs);
        if (isKnown(node)) {
            compute(node, inputs, specs);
        } else if (Traits.isAlias(node.getOp())) {
            layout.alias(node.getOutputsOfOp().get(0), node.getInputsToOp().get(0), specs.get(0));
        } else {
            schedule(node, inputs, specs);
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

    private void schedule(SameDiffOp node, List<INDArray> inputs, List<Spec> specs) {
        List<String> outputs = node.getOutputsOfOp();
        for (int i = 0; i < specs.size(); i++) {
            INDArray target = targets.get(outputs.get(i));
            if (Traits.isLoop(node.getOp()) && !layout.isRead(outputs.get(i))) {
                continue;
            }
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
        Site site = new Site(node.getOp(), outputs.get(0), inputs, outputs.stream().map(layout::array).toList());
        Kernel kernel = Traits.isLoop(node.getOp()) ? new LoopCompiler(site, kernels, owner, memory, constants).kernel() : kernels.create(site);
        return owner.instruments().fit(Work.of(site), kernel);
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
        INDArray value = given.get(variable.name());
        if (value == null) {
            throw new IllegalArgumentException("The graph's trainable variable '" + variable.name() + "' is not among the parameters " + given.keySet());
        }
        long[] shape = variable.getShape();
        if (shape != null && !Arrays.equals(shape, value.shape()) || variable.dataType() != value.dataType()) {
            throw new IllegalArgumentException("The graph's trainable variable '" + variable.name() + "' is " + variable.dataType() + " " + Arrays.toString(shape)
                    + ", but the parameter of this name is " + value.dataType() + " " + Arrays.toString(value.shape()));
        }
        return value;
    }

    private INDArray placeholder(SDVariable variable) {
        if (given.containsKey(variable.name())) {
            return given.get(variable.name());
        }
        long[] shape = variable.placeholderShape();
        if (shape == null || Arrays.stream(shape).anyMatch(size -> size < 0)) {
            throw new IllegalArgumentException("Placeholder '" + variable.name() + "' has shape " + Arrays.toString(shape) + ": a program needs all sizes");
        }
        this.memory.purpose("placeholder '" + variable.name() + "'");
        INDArray memory = this.memory.array(variable.dataType(), shape);
        placeholders.put(variable.name(), memory);
        return memory;
    }
}
