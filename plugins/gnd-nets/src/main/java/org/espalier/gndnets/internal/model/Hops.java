package org.espalier.gndnets.internal.model;

import org.espalier.api.compute.op.SparseMatmul;
import org.espalier.api.compute.op.SparseOperand;
import org.nd4j.autodiff.samediff.SDVariable;

/** Powers of the transition matrix, applied one after the other. */
final class Hops {
    private Hops() {
    }

    /** P^hops Z. */
    static SDVariable last(SparseOperand transition, SDVariable z, int hops) {
        SDVariable hop = z;
        for (int k = 0; k < hops; k++) {
            hop = SparseMatmul.of(transition, hop);
        }
        return hop;
    }

    /** P Z, P^2 Z, … P^hops Z, each flattened into a row: [hops, nodes * channels]. */
    static SDVariable rows(SparseOperand transition, SDVariable z, int hops) {
        SDVariable[] all = new SDVariable[hops];
        SDVariable hop = z;
        for (int k = 0; k < hops; k++) {
            hop = SparseMatmul.of(transition, hop);
            all[k] = hop;
        }
        return z.getSameDiff().stack(0, all).reshape(hops, -1);
    }
}
