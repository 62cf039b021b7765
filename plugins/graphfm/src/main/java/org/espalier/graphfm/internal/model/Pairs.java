package org.espalier.graphfm.internal.model;

import org.nd4j.autodiff.samediff.SDVariable;

/** Pairs i &lt; j of M fields, in the order of i, then j. */
final class Pairs {
    private final int[] first;
    private final int[] second;

    Pairs(int fields) {
        this.first = new int[fields * (fields - 1) / 2];
        this.second = new int[first.length];
        int pair = 0;
        for (int i = 0; i < fields; i++) {
            for (int j = i + 1; j < fields; j++) {
                first[pair] = i;
                second[pair++] = j;
            }
        }
    }

    /** P. */
    int count() {
        return first.length;
    }

    /** Element-wise products h_i * h_j: [B, P, d] from [B, M, d]. */
    SDVariable products(SDVariable h, Weights weights) {
        return h.getSameDiff().gather(h, weights.indices(first), 1).mul(h.getSameDiff().gather(h, weights.indices(second), 1));
    }
}
