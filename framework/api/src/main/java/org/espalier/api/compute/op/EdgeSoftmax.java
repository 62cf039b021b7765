package org.espalier.api.compute.op;

import java.util.Arrays;
import java.util.List;

import org.espalier.api.tensor.CsrMatrix;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * Softmax over the edges of each node, as graph attention needs it (Velickovic et al., arXiv 1710.10903, equation 3). Edges are the stored entries of a sparse
 * matrix, a node's edges those of its row; the greatest score of each node is taken off first, so nothing overflows. A program with other shapes is refused when it is compiled, with an {@link IllegalArgumentException} that names them.
 */
public final class EdgeSoftmax extends GraphOp {
    /** As shown in profiles and messages. */
    public static final String NAME = "espalier_edge_softmax";

    private final CsrMatrix edges;

    private EdgeSoftmax(SameDiff graph, SDVariable scores, CsrMatrix edges) {
        super(graph, scores);
        this.edges = edges;
    }

    /**
     * The softmax, of the same shape as the scores.
     *
     * @param edges  only the places of its entries matter
     * @param scores [E, heads] or [E], in the order of the entries
     */
    public static SDVariable of(CsrMatrix edges, SDVariable scores) {
        return new EdgeSoftmax(scores.getSameDiff(), scores, edges).outputVariable();
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
        long[] scores = inputs.get(0);
        if (scores.length < 1 || scores.length > 2 || scores[0] != edges.entries()) {
            throw new IllegalArgumentException("Edge softmax: " + edges + " needs scores of shape [" + edges.entries() + "] or [" + edges.entries() + ", heads], not "
                    + Arrays.toString(scores));
        }
        return scores;
    }

    @Override
    public List<SDVariable> doDiff(List<SDVariable> gradients) {
        return List.of(new EdgeSoftmaxGradient(sameDiff, outputVariable(), gradients.get(0), edges).outputVariable());
    }
}
