package org.espalier.compute.internal.program;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.espalier.compute.internal.instrument.Probe;
import org.espalier.compute.internal.instrument.Work;
import org.espalier.compute.internal.kernel.Chain;
import org.espalier.compute.internal.kernel.Kernels;
import org.espalier.compute.internal.memory.NativeMemory;
import org.nd4j.autodiff.samediff.internal.SameDiffOp;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Does a chain with memory for all that it computes, and shows its ops. */
final class ChainProbe implements Probe {
    private final Chain chain;
    private final List<SameDiffOp> ops;
    private final Map<String, Spec> specs = new HashMap<>();
    private final Map<String, INDArray> outside = new HashMap<>();
    private final Kernels kernels;

    /**
     * @param ops    of the graph, in their order
     * @param read   whether anybody reads a variable: what an op makes beside that does not count
     * @param arrays of what the chain reads and writes
     */
    ChainProbe(Fusion.Waiting waiting, List<SameDiffOp> ops, Predicate<String> read, Map<String, INDArray> arrays, Kernels kernels) {
        this.chain = waiting.chain();
        this.kernels = kernels;
        arrays.keySet().stream().filter(variable -> !chain.contains(variable)).forEach(variable -> outside.put(variable, arrays.get(variable)));
        ops.stream().flatMap(op -> op.getOutputsOfOp().stream()).filter(waiting.specs()::containsKey).filter(read)
                .filter(output -> outside.keySet().containsAll(chain.needs(Set.of(output)))).forEach(output -> specs.put(output, waiting.specs().get(output)));
        this.ops = ops.stream().filter(op -> op.getOutputsOfOp().stream().anyMatch(specs::containsKey)).toList();
    }

    @Override
    public void run(long iteration, Consumer<Work> done) {
        // a run that has failed already is not to fail for want of memory
        try (NativeMemory memory = new NativeMemory()) {
            Map<String, INDArray> arrays = new HashMap<>(outside);
            specs.forEach((variable, spec) -> arrays.put(variable, memory.array(spec.type(), spec.shape())));
            kernels.create(chain, arrays, new LinkedHashSet<>(specs.keySet())).run(iteration);
            ops.forEach(op -> done.accept(work(op, arrays)));
        }
    }

    private static Work work(SameDiffOp op, Map<String, INDArray> arrays) {
        return new Work(op.getOp().opName(), op.getOutputsOfOp().get(0), arrays(op.getInputsToOp(), arrays), arrays(op.getOutputsOfOp(), arrays), 0);
    }

    private static List<INDArray> arrays(List<String> variables, Map<String, INDArray> arrays) {
        return variables.stream().map(arrays::get).filter(Objects::nonNull).toList();
    }
}
