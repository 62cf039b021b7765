package org.espalier.compute.internal.graph;

import java.util.List;

import org.espalier.api.compute.op.GraphOp;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * Gradient of gathering slices by index vectors: each slice of the gradient is added where its slice was taken from. Inputs: gradient of the gathered
 * array, indices, the array gathered from (for its shape).
 */
public final class GatherNdGradient extends GraphOp {

    GatherNdGradient(SameDiff graph, SDVariable gradient, SDVariable indices, SDVariable from) {
        super(graph, gradient, indices, from);
    }

    @Override
    public String opName() {
        return "espalier_gather_nd_gradient";
    }

    @Override
    public long[] outputShape(List<long[]> inputs) {
        return inputs.get(2);
    }
}
