package org.espalier.compute.internal.graph;

import java.util.List;

import org.espalier.api.compute.op.GraphOp;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * Gradient of gathering slices of an array along one axis: each slice of the gradient is added where its slice was taken from. Inputs: gradient
 * of the gathered array, indices, the array gathered from (for its shape).
 */
public final class GatherGradient extends GraphOp {
    private final int axis;

    GatherGradient(SameDiff graph, SDVariable gradient, SDVariable indices, SDVariable from, long axis) {
        super(graph, gradient, indices, from);
        this.axis = (int) axis;
    }

    /** The axis; counted from the end if negative. */
    public int axis() {
        return axis;
    }

    @Override
    public String opName() {
        return "espalier_gather_gradient";
    }

    @Override
    public long[] outputShape(List<long[]> inputs) {
        return inputs.get(2);
    }
}
