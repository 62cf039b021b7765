package org.espalier.compute.internal.graph;

import java.util.List;

import org.espalier.api.compute.op.GraphOp;
import org.nd4j.autodiff.samediff.SDVariable;

/** Gradients of the smaller of two: it goes to the one that is smaller, half to each if they are equal. Inputs: both, gradient of the output. */
public final class MinimumGradient extends GraphOp {
    /** As shown in profiles and messages. */
    public static final String NAME = "espalier_minimum_gradient";

    MinimumGradient(SDVariable x, SDVariable y, SDVariable gradient) {
        super(x.getSameDiff(), x, y, gradient);
    }

    @Override
    public int getNumOutputs() {
        return 2;
    }

    @Override
    public String opName() {
        return NAME;
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
