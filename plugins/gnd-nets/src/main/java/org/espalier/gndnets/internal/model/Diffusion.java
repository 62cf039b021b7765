package org.espalier.gndnets.internal.model;

import org.nd4j.autodiff.samediff.SDVariable;

/** Spreads what nodes hold over their neighbourhood. */
interface Diffusion {
    /**
     * V = NeuralDiffusion(Z).
     *
     * @param z        Z, [nodes, channels]
     * @param nodes    N
     * @param channels d
     * @param weights  makes the parameters it learns
     * @return V, [nodes, channels]
     */
    SDVariable of(SDVariable z, int nodes, int channels, Weights weights);
}
