package org.espalier.gndnets.internal.model;

import org.espalier.api.compute.op.PointwisePerceptron;
import org.espalier.api.compute.op.SparseOperand;
import org.espalier.api.compute.op.SparsePowers;
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
    public SDVariable of(SDVariable z, int nodes, int channels, Wanted wanted, Weights weights) {
        SDVariable first = weights.matrix("U1", hops, inner);
        SDVariable second = weights.matrix("U2", inner, 1);
        SDVariable maps = wanted.nodes().map(some -> SparsePowers.of(transition, z, hops, some)).orElseGet(() -> SparsePowers.of(transition, z, hops)); // [K, wanted, channels]
        return PointwisePerceptron.of(maps, first, second);
    }
}
