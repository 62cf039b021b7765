package org.espalier.compute.internal.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.espalier.api.compute.op.LoopGradient;
import org.espalier.compute.internal.memory.NativeMemory;
import org.espalier.compute.internal.memory.Raw;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Gradients by the states after a step: what comes from later steps, and at the states that the loop kept what comes from outside. */
final class LoopSeeds {
    private final int every;
    private final Map<String, SDVariable> variables = new HashMap<>();
    private final List<INDArray> carried = new ArrayList<>();
    private final List<INDArray> unknown = new ArrayList<>();
    private final List<Tape> last = new ArrayList<>();
    private final List<INDArray> outside = new ArrayList<>();
    private final List<Tape> path = new ArrayList<>();

    /** Extends the step's graph by placeholders for them. */
    LoopSeeds(LoopGradient gradient, List<INDArray> inputs, LoopFrame frame, NativeMemory memory) {
        this.every = gradient.loop().every();
        int states = frame.states().size();
        for (int i = 0; i < states; i++) {
            INDArray later = memory.array(frame.states().get(i).dataType(), frame.states().get(i).shape());
            carried.add(later);
            SDVariable variable = frame.placeholder("later", later);
            begin(gradient.gradient(i), later, inputs);
            if (gradient.gradient(states + i) >= 0) {
                INDArray here = memory.array(later.dataType(), later.shape());
                outside.add(here);
                path.add(new Tape(inputs.get(gradient.gradient(states + i)), here));
                variable = variable.add(frame.placeholder("here", here));
            }
            variables.merge(gradient.loop().body().next().get(i), variable, SDVariable::add);
        }
    }

    private void begin(int input, INDArray later, List<INDArray> inputs) {
        if (input < 0) {
            unknown.add(later);
        } else {
            last.add(new Tape(inputs.get(input), later));
        }
    }

    /** The gradients by variables of the step's graph. */
    Map<String, SDVariable> variables() {
        return variables;
    }

    /** Where the gradients by the states before a step go, to be those after the step before. */
    List<INDArray> carried() {
        return carried;
    }

    /** Called before the last step. */
    void begin() {
        unknown.forEach(Raw::clear);
        last.forEach(gradient -> gradient.load(0));
    }

    /** Called before each step. */
    void load(int step) {
        if ((step + 1) % every == 0) {
            path.forEach(gradient -> gradient.load((step + 1) / every - 1));
        } else {
            outside.forEach(Raw::clear);
        }
    }
}
