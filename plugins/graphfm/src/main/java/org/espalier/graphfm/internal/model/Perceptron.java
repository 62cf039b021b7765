package org.espalier.graphfm.internal.model;

import java.util.List;

import org.nd4j.autodiff.samediff.SDVariable;

/** Hidden layers with relu and dropout. Layer k has the parameters {@code PREFIX.k.w} and {@code PREFIX.k.b}. */
final class Perceptron {
    private final List<Integer> hidden;
    private final double dropout;

    /** @param hidden width of each layer */
    Perceptron(List<Integer> hidden, double dropout) {
        this.hidden = hidden;
        this.dropout = dropout;
    }

    /** Whether it has a layer. */
    boolean isPresent() {
        return !hidden.isEmpty();
    }

    /** Width of the last layer. */
    int width() {
        return hidden.get(hidden.size() - 1);
    }

    /**
     * What the last layer says: [B, width].
     *
     * @param x  [B, in]
     * @param in width of x
     */
    SDVariable of(SDVariable x, int in, String prefix, Weights weights, Dropping dropping) {
        SDVariable activity = x;
        int from = in;
        for (int layer = 0; layer < hidden.size(); layer++) {
            String name = prefix + "." + layer;
            SDVariable sum = Dense.of(activity, from, hidden.get(layer), name, weights);
            activity = dropping.of(sum.getSameDiff().nn().relu(sum, 0), dropout, name);
            from = hidden.get(layer);
        }
        return activity;
    }
}
