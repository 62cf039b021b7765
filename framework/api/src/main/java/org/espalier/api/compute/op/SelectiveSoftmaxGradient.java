package org.espalier.api.compute.op;

import java.util.List;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/** The gradients of a {@link SelectiveSoftmax} by its scores and its logits. */
public final class SelectiveSoftmaxGradient extends GraphOp {
    /** As shown in profiles and messages. */
    public static final String NAME = "espalier_selective_softmax_gradient";

    /** @param inputs the kept scores, the logits, the weights, then the gradients by the kept scores and by the weights */
    SelectiveSoftmaxGradient(SameDiff graph, SDVariable... inputs) {
        super(graph, inputs);
    }

    @Override
    public String opName() {
        return NAME;
    }

    @Override
    public int getNumOutputs() {
        return 2;
    }

    @Override
    public long[] outputShape(List<long[]> inputs) {
        return inputs.get(0);
    }

    @Override
    public List<long[]> outputShapes(List<long[]> inputs) {
        return inputs.subList(0, 2);
    }
}
