package org.espalier.graphfm.internal.model;

import org.espalier.api.compute.op.SelectiveSoftmax;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * GraphFM's choice of neighbours. Of the metric s_ij = sigmoid( relu(q_ij sel_w1 + sel_b1) sel_w2 + sel_b2 ), p_ij keeps those that are among the k largest of row i and is 0 elsewhere. Equals of the k-th
 * largest are all kept. The mask is a constant for the gradient.
 */
final class Selection {
    /** How the name of the edge weights ends. */
    static final String EDGES = "edges";

    private final int keep;
    private final GraphSettings.Neighbourhood mode;

    /** @param keep neighbours kept for each field, m_k */
    Selection(int keep, GraphSettings.Neighbourhood mode) {
        this.keep = keep;
        this.mode = mode;
    }

    /**
     * The edge weights p, [B, M, M], and the attention alpha, [B, H, M, M].
     *
     * @param metric    what is inside the sigmoid but for sel_b2, [B, M, M]
     * @param attention a, [B, H, M, M]
     * @param prefix    what the parameter's name starts with
     */
    SelectiveSoftmax.Result of(SDVariable metric, SDVariable attention, String prefix, Weights weights) {
        SameDiff graph = weights.graph();
        SelectiveSoftmax.Result result = kept(graph.nn().sigmoid(metric.add(weights.zeros(prefix + "sel_b2", 1))), attention);
        return new SelectiveSoftmax.Result(graph.identity(prefix + EDGES, result.kept()), result.weights());
    }

    /** The same from the metric itself. */
    SelectiveSoftmax.Result kept(SDVariable scores, SDVariable attention) {
        return mode == GraphSettings.Neighbourhood.STRICT ? SelectiveSoftmax.overSelected(scores, attention, keep) : SelectiveSoftmax.overAll(scores, attention, keep);
    }
}
