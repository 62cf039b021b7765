package org.espalier.api.compute.op;

import java.util.Arrays;
import java.util.List;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * Keeps the k greatest scores of each row, the last dimension, and sets the others to 0. Scores equal to the k-th greatest are all kept, so there can be more
 * than k. Which ones are kept is a constant for the gradient.
 */
public final class TopK extends GraphOp {
    /** As shown in profiles and messages. */
    public static final String NAME = "espalier_top_k";

    private final int k;

    /** The second input is what is kept of. */
    private TopK(SameDiff graph, SDVariable scores, SDVariable values, int k) {
        super(graph, scores, values);
        this.k = k;
    }

    /**
     * The scores that are among the greatest of their row, and 0 elsewhere.
     *
     * @param scores of at least one dimension and a floating-point type
     * @param k      at least 1; if rows are no longer than that, everything is kept
     * @throws IllegalArgumentException if k is less
     */
    public static SDVariable keep(SDVariable scores, int k) {
        if (k < 1) {
            throw new IllegalArgumentException("The number of scores to keep must be at least 1, not " + k);
        }
        return new TopK(scores.getSameDiff(), scores, scores, k).outputVariable();
    }

    /** How many are kept, but for ties. */
    public int k() {
        return k;
    }

    @Override
    public String opName() {
        return NAME;
    }

    @Override
    public long[] outputShape(List<long[]> inputs) {
        return inputs.get(1);
    }

    @Override
    public List<SDVariable> doDiff(List<SDVariable> gradients) {
        return Arrays.asList(null, new TopK(sameDiff, arg(0), gradients.get(0), k).outputVariable());
    }
}
