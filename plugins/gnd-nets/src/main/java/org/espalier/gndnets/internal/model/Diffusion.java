package org.espalier.gndnets.internal.model;

import org.nd4j.autodiff.samediff.SDVariable;

/** Spreads what nodes hold over their neighbourhood. */
interface Diffusion {
    /**
     * V = NeuralDiffusion(Z) of the wanted nodes.
     *
     * @param z        Z, [nodes, channels]
     * @param nodes    N
     * @param channels d
     * @param wanted   whose rows of V are to be made
     * @param weights  makes the parameters it learns
     * @return V, [wanted, channels]
     */
    SDVariable of(SDVariable z, int nodes, int channels, Wanted wanted, Weights weights);
}
