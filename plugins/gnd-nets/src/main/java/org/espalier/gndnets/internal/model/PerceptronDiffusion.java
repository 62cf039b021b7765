package org.espalier.gndnets.internal.model;

import java.util.ArrayList;
import java.util.List;

import org.espalier.api.compute.op.PointwisePerceptron;
import org.espalier.api.compute.op.SparseMatmul;
import org.espalier.api.compute.op.SparseOperand;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Each entry of V is relu(s U1) U2, where s holds the same entry of P Z, P^2 Z, … P^K Z; U1 is [K, inner], U2 is [inner, 1]. The hidden layer, inner values for every entry, would be
 * by far the largest array of the network: it is worked out for some entries at a time, and once more on the way back.
 */
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
        SDVariable first = weights.matrix("U1", hops, inner);
        SDVariable second = weights.matrix("U2", inner, 1);
        List<SDVariable> maps = new ArrayList<>();
        SDVariable hop = z;
        for (int k = 0; k < hops; k++) {
            hop = SparseMatmul.of(transition, hop);
            maps.add(hop);
        }
        return PointwisePerceptron.of(maps, first, second);
    }
}
