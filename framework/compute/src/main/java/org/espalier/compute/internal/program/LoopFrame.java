package org.espalier.compute.internal.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.espalier.api.compute.op.Loop;
import org.espalier.compute.internal.graph.Order;
import org.espalier.compute.internal.kernel.Kernel;
import org.espalier.compute.internal.kernel.Kernels;
import org.espalier.compute.internal.memory.NativeMemory;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.internal.SameDiffOp;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The arrays that the step of a loop works on: states and slices of its own, and what is shared where it lies. */
final class LoopFrame {
    private final Loop loop;
    private final Kernels kernels;
    private final Owner owner;
    private final NativeMemory memory;
    private final List<INDArray> constants;
    private final List<INDArray> states;
    private final List<Tape> sequences = new ArrayList<>();
    private final Map<String, INDArray> arrays = new HashMap<>();

    /**
     * @param inputs    the loop's inputs
     * @param constants takes what must live as long as the kernels
     */
    LoopFrame(Loop loop, List<INDArray> inputs, Kernels kernels, Owner owner, NativeMemory memory, List<INDArray> constants) {
        this.loop = loop;
        this.kernels = kernels;
        this.owner = owner;
        this.memory = memory;
        this.constants = constants;
        this.states = inputs.subList(0, loop.body().states().size()).stream().map(state -> memory.array(state.dataType(), state.shape())).toList();
        name(loop.body().states(), states);
        List<INDArray> whole = inputs.subList(states.size(), states.size() + loop.body().slices().size());
        List<INDArray> slices = whole.stream().map(sequence -> memory.array(sequence.dataType(), Arrays.copyOfRange(sequence.shape(), 1, sequence.rank()))).toList();
        name(loop.body().slices(), slices);
        for (int i = 0; i < slices.size(); i++) {
            sequences.add(new Tape(whole.get(i), slices.get(i)));
        }
        int shared = states.size() + slices.size();
        name(loop.body().shared(), inputs.subList(shared, shared + loop.body().shared().size()));
    }

    private void name(List<String> names, List<INDArray> values) {
        for (int i = 0; i < names.size(); i++) {
            arrays.put(names.get(i), values.get(i));
        }
    }

    /** Extends the body by a placeholder that has an array. */
    SDVariable placeholder(String kind, INDArray array) {
        SameDiff graph = loop.body().graph();
        SDVariable made = graph.placeHolder(kind + graph.variables().size(), array.dataType(), array.shape());
        arrays.put(made.name(), array);
        return made;
    }

    /** The states before a step. */
    List<INDArray> states() {
        return states;
    }

    /** An array of zeros like a state. */
    INDArray zeros(String state) {
        INDArray like = arrays.get(state);
        return memory.array(like.dataType(), like.shape());
    }

    /** Copies the slices of a step to where it reads them. */
    void load(int step) {
        for (int i = 0; i < sequences.size(); i++) {
            sequences.get(i).load(step);
        }
    }

    /** A part of the body, to be run step by step. */
    Kernel compile(Collection<String> results, Map<String, INDArray> targets, Map<String, INDArray> found) {
        List<SameDiffOp> ops = Order.of(loop.body().graph(), results);
        Compiler compiler = new Compiler(loop.body().graph(), arrays, targets, results, ops, kernels, owner, memory);
        ops.forEach(compiler::add);
        results.forEach(result -> found.put(result, compiler.array(result)));
        constants.addAll(compiler.sources().constants());
        Kernel[] schedule = compiler.schedule().toArray(Kernel[]::new);
        return iteration -> {
            owner.checkCancelled();
            for (Kernel kernel : schedule) {
                kernel.run(iteration);
            }
        };
    }

    /** The step itself: the states become those after it. */
    Kernel step() {
        Map<String, INDArray> found = new HashMap<>();
        Kernel step = compile(loop.body().next(), Map.of(), found);
        List<INDArray> next = loop.body().next().stream().map(found::get).toList();
        for (int i = 0; i < next.size(); i++) {
            if (!Arrays.equals(next.get(i).shape(), states.get(i).shape()) || next.get(i).dataType() != states.get(i).dataType()) {
                throw new IllegalArgumentException("State " + i + " of a loop is " + states.get(i).dataType() + " " + Arrays.toString(states.get(i).shape())
                        + ", but its step makes it " + next.get(i).dataType() + " " + Arrays.toString(next.get(i).shape()));
            }
        }
        Carry carry = new Carry(next, states, memory);
        return iteration -> {
            step.run(iteration);
            carry.run(iteration);
        };
    }
}
