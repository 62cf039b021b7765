package org.espalier.api.compute.op;

import java.util.Arrays;
import java.util.List;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * Attention over neighbours that are selected by their scores. Of the scores s_i1 … s_iN of each row the k greatest are kept, p_ij = s_ij, and p_ij = 0 elsewhere; scores equal to the k-th greatest are
 * all kept, and which ones are is a constant for the gradient. Each head's weights are the softmax over j of p_ij a_ij: of all j, so that those not selected have the logit 0, or of the selected alone.
 * Scores must be above 0: a score of 0 counts as not selected. A program with other shapes is refused when it is compiled, with an {@link IllegalArgumentException} that names them.
 */
public final class SelectiveSoftmax extends GraphOp {
    /** As shown in profiles and messages. */
    public static final String NAME = "espalier_selective_softmax";

    private final int k;
    private final boolean strict;

    /**
     * What is made of scores and logits.
     *
     * @param kept    p, of the scores' shape
     * @param weights softmax of p a, of the logits' shape; adds up to 1 over the last dimension
     */
    public record Result(SDVariable kept, SDVariable weights) {
    }

    private SelectiveSoftmax(SameDiff graph, SDVariable scores, SDVariable logits, int k, boolean strict) {
        super(graph, scores, logits);
        this.k = k;
        this.strict = strict;
    }

    /**
     * Softmax over all neighbours; those not selected have the logit 0.
     *
     * @param scores s, [B, M, N], each above 0
     * @param logits a, [B, H, M, N]
     * @param k      at least 1; if rows are no longer than that, all are selected
     * @throws IllegalArgumentException if k is less
     */
    public static Result overAll(SDVariable scores, SDVariable logits, int k) {
        return of(scores, logits, k, false);
    }

    /** Softmax over the selected neighbours; others have the weight 0. Parameters and errors as in {@link #overAll}. */
    public static Result overSelected(SDVariable scores, SDVariable logits, int k) {
        return of(scores, logits, k, true);
    }

    private static Result of(SDVariable scores, SDVariable logits, int k, boolean strict) {
        if (k < 1) {
            throw new IllegalArgumentException("The number of neighbours to select must be at least 1, not " + k);
        }
        SDVariable[] outputs = new SelectiveSoftmax(scores.getSameDiff(), scores, logits, k, strict).outputVariables();
        return new Result(outputs[0], outputs[1]);
    }

    /** How many are selected, but for ties. */
    public int k() {
        return k;
    }

    /** Whether the softmax is over the selected alone. */
    public boolean strict() {
        return strict;
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
        return outputShapes(inputs).get(0);
    }

    @Override
    public List<long[]> outputShapes(List<long[]> inputs) {
        long[] scores = inputs.get(0);
        long[] logits = inputs.get(1);
        if (scores.length != 3 || logits.length != 4 || scores[0] != logits[0] || scores[1] != logits[2] || scores[2] != logits[3]) {
            throw new IllegalArgumentException("Selective softmax: it needs scores [B, M, N] and logits [B, H, M, N], not " + Arrays.deepToString(inputs.toArray()));
        }
        return inputs;
    }

    @Override
    public List<SDVariable> doDiff(List<SDVariable> gradients) {
        return List.of(new SelectiveSoftmaxGradient(sameDiff, outputVariables()[0], arg(1), outputVariables()[1], gradients.get(0), gradients.get(1)).outputVariables());
    }
}
