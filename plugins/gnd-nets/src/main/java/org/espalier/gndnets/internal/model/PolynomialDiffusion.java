package org.espalier.gndnets.internal.model;

import java.util.stream.IntStream;

import org.espalier.api.compute.op.SparseOperand;
import org.espalier.api.compute.op.SparsePolynomial;
import org.nd4j.autodiff.samediff.SDVariable;

/** V = sum over k = 1 … K of theta_k P^k Z. The sum starts at one hop: Z itself is not part of it. */
final class PolynomialDiffusion implements Diffusion {
    /** Of personalised PageRank. */
    static final double RESTART = 0.1;
    /** Of the heat kernel. */
    static final double HEAT_TIME = 5;

    private final SparseOperand transition;
    private final int hops;

    private PolynomialDiffusion(SparseOperand transition, int hops) {
        this.transition = transition;
        this.hops = hops;
    }

    /** Theta is learned, without bounds. */
    static Diffusion learned(SparseOperand transition, int hops) {
        return new PolynomialDiffusion(transition, hops);
    }

    /** Theta of personalised PageRank, a (1 - a)^k, and a = {@value #RESTART}. */
    static Diffusion pageRank(SparseOperand transition, int hops) {
        return fixed(transition, pageRank(hops));
    }

    /** Theta of the heat kernel, e^-t t^k / k!, and t = {@value #HEAT_TIME}. */
    static Diffusion heat(SparseOperand transition, int hops) {
        return fixed(transition, heat(hops));
    }

    /** Scaled to sum to one. */
    static double[] pageRank(int hops) {
        return normalised(IntStream.rangeClosed(1, hops).mapToDouble(k -> RESTART * Math.pow(1 - RESTART, k)).toArray());
    }

    /** Scaled to sum to one. */
    static double[] heat(int hops) {
        double[] theta = new double[hops];
        double term = 1;
        for (int k = 1; k <= hops; k++) {
            term *= HEAT_TIME / k;
            theta[k - 1] = term;
        }
        return normalised(theta);
    }

    @Override
    public SDVariable of(SDVariable z, int nodes, int channels, Wanted wanted, Weights weights) {
        return wanted.of(SparsePolynomial.of(transition, z, weights.matrix("theta", hops, 1)), nodes);
    }

    private static Diffusion fixed(SparseOperand transition, double[] theta) {
        FixedMixture mixture = new FixedMixture(transition, theta);
        return (z, nodes, channels, wanted, weights) -> mixture.of(z, wanted, "theta", weights);
    }

    private static double[] normalised(double[] theta) {
        double sum = IntStream.range(0, theta.length).mapToDouble(k -> theta[k]).sum();
        return IntStream.range(0, theta.length).mapToDouble(k -> theta[k] / sum).toArray();
    }
}
