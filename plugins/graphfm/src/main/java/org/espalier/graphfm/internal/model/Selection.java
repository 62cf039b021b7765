package org.espalier.graphfm.internal.model;

import org.espalier.api.compute.op.TopK;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * GraphFM's metric function and choice of neighbours. s_ij = sigmoid( relu(q_ij sel_w1 + sel_b1) sel_w2 + sel_b2 ); of these, p_ij keeps those that are among the k largest of row i
 * and is 0 elsewhere. Equals of the k-th largest are all kept. The mask is a constant for the gradient.
 */
final class Selection {
    /** Width of the metric function's hidden layer. */
    static final int HIDDEN = 16;
    /** How the name of the edge weights ends. */
    static final String EDGES = "edges";

    private final int keep;
    private final int hidden;

    /** @param keep neighbours kept for each field, m_k */
    Selection(int keep) {
        this(keep, HIDDEN);
    }

    /** @param hidden width of the metric function's hidden layer */
    Selection(int keep, int hidden) {
        this.keep = keep;
        this.hidden = hidden;
    }

    /**
     * The edge weights p, [B, M, M].
     *
     * @param products q, [B * P, d]
     * @param d        width of q
     * @param batch    B
     * @param prefix   what the parameters' names start with
     */
    SDVariable of(SDVariable products, int d, int batch, Pairs pairs, String prefix, Weights weights) {
        SDVariable scores = scores(products, d, prefix, weights).reshape(batch, pairs.count());
        SDVariable spread = pairs.spread(scores, weights).reshape(batch, pairs.fields(), pairs.fields());
        return spread.getSameDiff().identity(prefix + EDGES, kept(spread, keep));
    }

    /** s for each pair: [rows, 1] from q [rows, d]. */
    SDVariable scores(SDVariable products, int d, String prefix, Weights weights) {
        SameDiff graph = products.getSameDiff();
        SDVariable inner = products.mmul(weights.matrix(prefix + "sel_w1", d, hidden)).add(weights.zeros(prefix + "sel_b1", hidden));
        SDVariable sum = graph.nn().relu(inner, 0).mmul(weights.matrix(prefix + "sel_w2", hidden, 1)).add(weights.zeros(prefix + "sel_b2", 1));
        return graph.nn().sigmoid(sum);
    }

    /** What is among the k largest of its row, 0 elsewhere. */
    static SDVariable kept(SDVariable scores, int k) {
        return TopK.keep(scores, k);
    }
}
