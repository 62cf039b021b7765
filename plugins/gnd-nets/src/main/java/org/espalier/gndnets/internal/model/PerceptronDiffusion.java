package org.espalier.gndnets.internal.model;

import org.espalier.api.compute.op.SparseMatmul;
import org.espalier.api.compute.op.SparseOperand;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/** Each entry of V is relu(s U1) U2, where s holds the same entry of P Z, P^2 Z, … P^K Z; U1 is [K, inner], U2 is [inner, 1]. */
final class PerceptronDiffusion implements Diffusion {
    private final SparseOperand transition;
    private final int hops;
    private final int inner;

    PerceptronDiffusion(SparseOperand transition, int hops, int inner) {
        this.transition = transition;
        this.hops = hops;
        this.inner = inner;
    }

    @Override
    public SDVariable of(SDVariable z, int nodes, int channels, Weights weights) {
        SameDiff graph = z.getSameDiff();
        SDVariable first = weights.matrix("U1", hops, inner);
        SDVariable second = weights.matrix("U2", inner, 1);
        SDVariable hidden = graph.nn().relu(graph.mmul(first, hops(z), true, false, false), 0); // [inner, nodes * channels]
        return graph.mmul(second, hidden, true, false, false).reshape(nodes, channels);
    }

    /** P Z, P^2 Z, … P^K Z, each flattened into a row: [K, nodes * channels]. */
    private SDVariable hops(SDVariable z) {
        SDVariable[] all = new SDVariable[hops];
        SDVariable hop = z;
        for (int k = 0; k < hops; k++) {
            hop = SparseMatmul.of(transition, hop);
            all[k] = hop;
        }
        return z.getSameDiff().stack(0, all).reshape(hops, -1);
    }
}
