package org.espalier.gndnets.internal.model;

import java.util.ArrayList;
import java.util.List;

import org.espalier.api.compute.op.SparseMatmul;
import org.espalier.api.compute.op.SparseOperand;
import org.espalier.data.graph.GraphData;
import org.nd4j.autodiff.samediff.SDVariable;

/** Hidden layers of graph convolution: H = relu( S drop(H) W + b ), from H = X. Parameters {@code W1}, {@code b1}; {@code H2}, {@code c2}; {@code H3} … */
final class Convolutions {
    private Convolutions() {
    }

    /**
     * The output of every layer, [N, width] each.
     *
     * @param s      S
     * @param layers how many, at least 1
     */
    static List<SDVariable> of(GraphData data, SparseOperand s, int layers, int width, Dropping dropping, Weights weights) {
        List<SDVariable> outputs = new ArrayList<>();
        SDVariable w1 = weights.matrix("W1", data.features().cols(), width);
        SDVariable h = layer(s, dropping.product(SparseOperand.of(NodeMatrices.features(data)), w1, "features"), weights.bias("b1", width));
        outputs.add(h);
        for (int l = 2; l <= layers; l++) {
            h = layer(s, dropping.of(h, "hidden " + l).mmul(weights.matrix("H" + l, width, width)), weights.bias("c" + l, width));
            outputs.add(h);
        }
        return outputs;
    }

    /** relu( S T + b ) of T, [N, width]. */
    static SDVariable layer(SparseOperand s, SDVariable transformed, SDVariable bias) {
        return transformed.getSameDiff().nn().relu(SparseMatmul.of(s, transformed).add(bias), 0);
    }
}
