package org.espalier.graphfm.internal.model;

import org.nd4j.autodiff.samediff.SDVariable;

/** Pairs of M fields, those with i &lt; j or with i &lt;= j, in the order of i, then j. What is symmetric in i and j is computed once for each pair. */
final class Pairs {
    private final int fields;
    private final int[] first;
    private final int[] second;
    private final int[] pairOf;

    private Pairs(int fields, int count, boolean withSelf) {
        this.fields = fields;
        this.first = new int[count];
        this.second = new int[count];
        this.pairOf = new int[fields * fields];
        int pair = 0;
        for (int i = 0; i < fields; i++) {
            for (int j = withSelf ? i : i + 1; j < fields; j++) {
                first[pair] = i;
                second[pair] = j;
                pairOf[i * fields + j] = pair;
                pairOf[j * fields + i] = pair++;
            }
        }
    }

    /** i &lt; j. */
    static Pairs distinct(int fields) {
        return new Pairs(fields, fields * (fields - 1) / 2, false);
    }

    /** i &lt;= j. */
    static Pairs all(int fields) {
        return new Pairs(fields, fields * (fields + 1) / 2, true);
    }

    /** P. */
    int count() {
        return first.length;
    }

    /** Element-wise products h_i * h_j: [B, P, d] from [B, M, d]. */
    SDVariable products(SDVariable h, Weights weights) {
        return h.getSameDiff().gather(h, weights.indices(first), 1).mul(h.getSameDiff().gather(h, weights.indices(second), 1));
    }

    /** What each pair has, at (i, j) and at (j, i): [B, M * M, ...] from [B, P, ...]; for pairs with i = j among them. */
    SDVariable spread(SDVariable ofPairs, Weights weights) {
        return ofPairs.getSameDiff().gather(ofPairs, weights.indices(pairOf), 1);
    }

    /** M. */
    int fields() {
        return fields;
    }
}
