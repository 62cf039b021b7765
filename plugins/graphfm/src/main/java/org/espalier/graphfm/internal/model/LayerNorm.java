package org.espalier.graphfm.internal.model;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/** Layer normalisation over the last axis with biased variance: gamma (x - mean) / sqrt(variance + 1e-8) + beta. Written out because ND4J's own adds nothing to the variance. */
final class LayerNorm {
    private static final double EPSILON = 1e-8;

    private LayerNorm() {
    }

    /**
     * @param gamma scale, of a shape that broadcasts to that of x
     * @param beta  shift, likewise
     */
    static SDVariable of(SDVariable x, SDVariable gamma, SDVariable beta) {
        SameDiff graph = x.getSameDiff();
        SDVariable centred = x.sub(x.mean(true, -1));
        SDVariable variance = centred.mul(centred).mean(true, -1);
        return centred.div(graph.math().sqrt(variance.add(EPSILON))).mul(gamma).add(beta);
    }
}
