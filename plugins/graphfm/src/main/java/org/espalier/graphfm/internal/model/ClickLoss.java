package org.espalier.graphfm.internal.model;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * Log loss of a probability, as in the paper's code: mean( -y ln(p + 1e-7) - (1 - y) ln(1 - p + 1e-7) ), p = sigmoid(logit). It is not computed from the logit directly:
 * that would be another function for logits beyond 16, where this one is flat.
 */
final class ClickLoss {
    private static final double EPSILON = 1e-7;

    private ClickLoss() {
    }

    /**
     * The loss of a batch.
     *
     * @param logits [B, 1]
     * @param labels [B, 1], each 0 or 1
     */
    static SDVariable of(SDVariable logits, SDVariable labels) {
        SameDiff graph = logits.getSameDiff();
        SDVariable p = graph.nn().sigmoid(logits);
        SDVariable clicked = graph.math().log(p.add(EPSILON));
        SDVariable passed = graph.math().log(p.rsub(1).add(EPSILON));
        return labels.mul(clicked).add(labels.rsub(1).mul(passed)).mean().neg();
    }
}
