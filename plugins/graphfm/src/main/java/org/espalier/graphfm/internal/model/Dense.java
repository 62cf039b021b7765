package org.espalier.graphfm.internal.model;

import org.nd4j.autodiff.samediff.SDVariable;

/** Affine maps with the parameters {@code NAME.w} [in, out] and {@code NAME.b} [out]. */
final class Dense {
    private Dense() {
    }

    /** x w + b: [rows, out] from [rows, in]. */
    static SDVariable of(SDVariable x, int in, int out, String name, Weights weights) {
        return withoutBias(x, in, out, name, weights).add(weights.zeros(name + ".b", out));
    }

    /** x w. */
    static SDVariable withoutBias(SDVariable x, int in, int out, String name, Weights weights) {
        return x.mmul(weights.matrix(name + ".w", in, out));
    }

    /** The last unit of GraphFM and the attention models, {@code out_w} ~ N(0, 2 / (in + 1)) and {@code out_b} ~ N(0, 1): [B, 1] from [B, in]. */
    static SDVariable readOut(SDVariable x, int in, Weights weights) {
        return x.mmul(weights.normal("out_w", Math.sqrt(2.0 / (in + 1)), in, 1)).add(weights.normal("out_b", 1, 1));
    }
}
