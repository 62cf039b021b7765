package org.espalier.api.compute.op;

import java.util.List;

import org.espalier.api.tensor.CsrMatrix;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/** Gradient of an {@link EdgeSoftmax} p by its scores: p (g - sum over the node's edges of p g). Inputs: p and its gradient g. */
public final class EdgeSoftmaxGradient extends GraphOp {
    /** As shown in profiles and messages. */
    public static final String NAME = "espalier_edge_softmax_gradient";

    private final CsrMatrix edges;

    EdgeSoftmaxGradient(SameDiff graph, SDVariable softmax, SDVariable gradient, CsrMatrix edges) {
        super(graph, softmax, gradient);
        this.edges = edges;
    }

    /** The edges, of which only the places matter. */
    public CsrMatrix edges() {
        return edges;
    }

    @Override
    public String opName() {
        return NAME;
    }

    @Override
    public long[] outputShape(List<long[]> inputs) {
        return inputs.get(0);
    }
}
