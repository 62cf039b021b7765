package org.espalier.compute.internal.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.espalier.compute.internal.graph.Traits;
import org.espalier.compute.internal.kernel.Elements;
import org.espalier.compute.internal.instrument.Work;
import org.espalier.compute.internal.kernel.Kernel;
import org.espalier.compute.internal.kernel.Kernels;
import org.espalier.compute.internal.kernel.MatmulKernels;
import org.espalier.compute.internal.kernel.Operation;
import org.espalier.compute.internal.kernel.Site;
import org.espalier.compute.internal.kernel.movement.Reads;
import org.espalier.compute.internal.kernel.movement.Region;
import org.espalier.compute.internal.memory.NativeMemory;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.VariableType;
import org.nd4j.autodiff.samediff.internal.SameDiffOp;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Lays out the buffers of a list of ops and makes their kernels. What follows from constants and shapes alone is computed here, once. */
final class Compiler {
    /** As shown in profiles. */
    private static final String CHAIN = "element-wise chain";

    private final SameDiff graph;
    private final Sources sources;
    private final Map<String, INDArray> targets;
    private final Kernels kernels;
    private final List<SameDiffOp> ops;
    private final Owner owner;
    private final NativeMemory memory;
    private final Layout layout;
    private final Set<String> known = new HashSet<>();
    private final List<Kernel> schedule = new ArrayList<>();
    private final Fusion fusion = new Fusion();
    private final Map<String, Integer> readers;

    /**
     * @param given      arrays of the trainable variables, and of placeholders that have theirs already
     * @param targets    arrays that some variables are to be written to
     * @param results    variables whose values must last until the end of a run
     * @param owner      for whom it is compiled
     */
    Compiler(SameDiff graph, Map<String, INDArray> given, Map<String, INDArray> targets, Collection<String> results,
            List<SameDiffOp> ops, Kernels kernels, Owner owner, NativeMemory memory) {
        this.graph = graph;
        this.sources = new Sources(given, memory);
        this.targets = targets;
        this.ops = ops;
        this.kernels = kernels;
        this.owner = owner;
        this.memory = memory;
        this.readers = readers(ops, results);
        this.layout = new Layout(memory, readers);
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

    /**
     * Adds an op; those it needs have been added.
     *
     * @throws java.util.concurrent.CancellationException if the lease was cancelled
     */
    void add(SameDiffOp node) {
        owner.checkCancelled();
        memory.purpose("variable '" + node.getOutputsOfOp().get(0) + "' of op '" + node.getOp().opName() + "'");
        List<INDArray> shapes = inputs(node).stream().map(input -> fusion.shape(input).orElseGet(() -> array(input))).toList();
        List<Spec> specs = Spec.of(graph, node, shapes);
        boolean alias = Traits.isAlias(node.getOp());
        if (Traits.dependsOnShapesOnly(node.getOp())) {
            inputs(node).forEach(input -> layout.expectReaders(input, -1));
            compute(node, shapes, specs);
            return;
        }
        if (!isKnown(node) && (alias ? waitsAsAlias(node, specs) : waits(node, shapes, specs))) {
            return;
        }
        List<INDArray> inputs = inputs(node).stream().map(this::array).toList();
        if (isKnown(node)) {
            compute(node, inputs, specs);
        } else if (alias) {
            layout.alias(node.getOutputsOfOp().get(0), node.getInputsToOp().get(0), specs.get(0), 0);
        } else {
            views(node, inputs, specs).ifPresentOrElse(views -> view(node, views, specs), () -> schedule(node, inputs, specs));
        }
        inputs(node).forEach(layout::read);
    }

    private boolean waitsAsAlias(SameDiffOp node, List<Spec> specs) {
        return fusion.alias(node.getOutputsOfOp().get(0), node.getInputsToOp().get(0), inputs(node), specs.get(0));
    }

    /** Whether the op now waits, step by step, to be done together with others. */
    private boolean waits(SameDiffOp node, List<INDArray> shapes, List<Spec> specs) {
        if (!Fusion.takes(shapes.stream(), specs)) {
            return false;
        }
        List<String> outputs = node.getOutputsOfOp();
        List<Elements> steps = new Operation(node.getOp(), inputs(node), shapes, outputs, specs.stream().map(Spec::shape).toList(), kernels.randomKey()).steps();
        if (steps.size() > 1) {
            steps.stream().flatMap(step -> step.inputs().stream()).forEach(input -> layout.expectReaders(input, 1));
            inputs(node).forEach(input -> layout.expectReaders(input, -1));
        }
        steps.forEach(step -> await(step, step.outputs().stream()
                .map(output -> outputs.contains(output) ? specs.get(outputs.indexOf(output)) : new Spec(specs.get(0).type(), step.shape(0))).toList()));
        return !steps.isEmpty();
    }

    /** Chains that the step reads and does not join must be done before. */
    private void await(Elements step, List<Spec> specs) {
        Fusion.Waiting own = fusion.add(step, specs);
        fusion.computing(step.inputs()).stream().filter(other -> other != own).forEach(this::finish);
    }

    /** Makes a kernel of a chain; only what others read gets memory. */
    private void finish(Fusion.Waiting waiting) {
        fusion.remove(waiting);
        Set<String> results = Fusion.results(waiting, readers);
        Map<Integer, String> written = new HashMap<>();
        Set<String> computed = new LinkedHashSet<>();
        for (String result : results) {
            if (place(waiting, result, written)) {
                computed.add(result);
            }
        }
        if (!computed.isEmpty()) {
            Map<String, INDArray> arrays = new HashMap<>();
            computed.forEach(result -> arrays.put(result, layout.array(result)));
            waiting.chain().needs(computed).forEach(input -> arrays.put(input, array(input)));
            long bytes = arrays.values().stream().mapToLong(array -> array.length() * array.dataType().width()).sum();
            schedule.add(owner.instruments().fit(CHAIN, bytes, kernels.create(waiting.chain(), arrays, computed), () -> new ChainProbe(waiting, ops, layout::isRead, arrays, kernels)));
        }
        waiting.reads().stream().filter(read -> results.contains(read) || !waiting.chain().contains(read)).forEach(layout::read);
    }

    /** Finds room for a result; false if the same elements are somewhere already. */
    private boolean place(Fusion.Waiting waiting, String result, Map<Integer, String> written) {
        Spec spec = waiting.specs().get(result);
        INDArray target = targets.get(result);
        if (target != null && Arrays.equals(target.shape(), spec.shape())) {
            layout.fix(result, target);
            return true;
        }
        Optional<String> same = waiting.chain().copied(result).or(() -> waiting.chain().step(result).map(written::get)).filter(layout::isShared);
        if (same.isPresent()) {
            layout.alias(result, same.get(), spec, 0);
            return false;
        }
        layout.place(result, spec);
        waiting.chain().step(result).ifPresent(step -> written.put(step, result));
        return true;
    }

    /** Adds work that is no op of the graph. */
    void add(Kernel kernel) {
        schedule.add(kernel);
    }

    /** The memory of a variable that has been added, or needs no op. */
    INDArray array(String variable) {
        fusion.computing(List.of(variable)).forEach(this::finish);
        if (!layout.contains(variable)) {
            SDVariable source = graph.getVariable(variable);
            layout.fix(variable, sources.array(source));
            if (source.getVariableType() == VariableType.CONSTANT) {
                known.add(variable);
            }
        }
        return layout.array(variable);
    }

    /** The variables that no op computes. */
    Sources sources() {
        return sources;
    }

    /** What to run so far, in order; nothing waits any more. */
    List<Kernel> schedule() {
        fusion.all().forEach(this::finish);
        return schedule;
    }

    private boolean isKnown(SameDiffOp node) {
        return !Traits.isNoisy(node.getOp()) && known.containsAll(inputs(node));
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
        boolean leavesOut = Traits.isLoop(node.getOp()) || MatmulKernels.leavesOut(node.getOp(), inputs);
        for (int i = 0; i < specs.size(); i++) {
            INDArray target = targets.get(outputs.get(i));
            if (leavesOut && !layout.isRead(outputs.get(i))) {
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
        Kernel kernel = Traits.isLoop(node.getOp()) ? new LoopCompiler(site, kernels, owner, memory, sources.constants()).kernel() : kernels.create(site);
        return owner.instruments().fit(Work.of(site), kernel);
    }
}
