package org.espalier.compute.internal.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.espalier.api.compute.op.LoopBody;
import org.espalier.api.compute.op.LoopGradient;
import org.espalier.compute.internal.graph.Gradients;
import org.espalier.compute.internal.kernel.Kernel;
import org.espalier.compute.internal.kernel.Site;
import org.espalier.compute.internal.memory.NativeMemory;
import org.espalier.compute.internal.memory.Raw;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** One step back: the step itself once more and its gradient. What is shared by all steps collects its gradient in the output of the whole. */
final class LoopGradientStep {
    private final LoopBody body;
    private final LoopSeeds seeds;
    private final List<String> inputs;
    private final Map<String, INDArray> outputs = new HashMap<>();
    private final Map<String, INDArray> found = new HashMap<>();
    private final List<INDArray> cleared = new ArrayList<>();
    private final List<Tape> slices = new ArrayList<>();
    private final List<Tape> states = new ArrayList<>();
    private final Kernel step;
    private final Carry carry;

    LoopGradientStep(LoopGradient gradient, Site site, LoopFrame frame, NativeMemory memory) {
        this.body = gradient.loop().body();
        this.seeds = new LoopSeeds(gradient, site.inputs(), frame, memory);
        this.inputs = Stream.of(body.states(), body.slices(), body.shared()).flatMap(List::stream).toList();
        for (int i = 0; i < site.outputs().size(); i++) {
            if (site.outputs().get(i) != null) {
                outputs.put(inputs.get(gradient.differentiated()[i]), site.outputs().get(i));
            }
        }
        List<String> wanted = inputs.stream().filter(input -> body.states().contains(input) || outputs.containsKey(input)).toList();
        Map<String, String> gradients = new HashMap<>(Gradients.of(body.graph(), seeds.variables(), wanted));
        Map<String, INDArray> sums = new HashMap<>();
        body.shared().stream().filter(shared -> outputs.containsKey(shared) && gradients.containsKey(shared)).forEach(shared -> {
            SDVariable sum = frame.placeholder("sum", outputs.get(shared)).add(body.graph().getVariable(gradients.get(shared)));
            gradients.put(shared, sum.name());
            sums.put(sum.name(), outputs.get(shared));
        });
        Map<String, INDArray> computed = new HashMap<>();
        this.step = frame.compile(gradients.values(), sums, computed);
        gradients.forEach((input, name) -> found.put(input, computed.get(name)));
        this.carry = new Carry(body.states().stream().map(state -> found.containsKey(state) ? found.get(state) : frame.zeros(state)).toList(), seeds.carried(), memory);
        outputs.forEach(this::connect);
    }

    private void connect(String input, INDArray output) {
        if (body.states().contains(input)) {
            states.add(new Tape(output, seeds.carried().get(body.states().indexOf(input))));
        } else if (body.slices().contains(input) && found.containsKey(input)) {
            slices.add(new Tape(output, found.get(input)));
        } else {
            cleared.add(output);
        }
    }

    /** Called before the last step. */
    void begin() {
        seeds.begin();
        cleared.forEach(Raw::clear);
    }

    /** From the gradients by the states after a step to those by the states before it. */
    void run(int index, long iteration) {
        seeds.load(index);
        step.run(iteration);
        for (Tape slice : slices) {
            slice.store(index);
        }
        carry.run(iteration);
    }

    /** Called after the first step. */
    void end() {
        states.forEach(state -> state.store(0));
    }
}
