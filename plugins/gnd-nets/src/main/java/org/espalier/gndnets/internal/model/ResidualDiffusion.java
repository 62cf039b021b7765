package org.espalier.gndnets.internal.model;

import org.espalier.api.compute.op.SparseOperand;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * V_0 = Z and V_{t+1} = V_t - P^q relu(relu(V_t A_t) B_t) for t = 0 … T-2; V = V_{T-1}. T steps are T - 1 updates, as in the final version of the
 * paper's code.
 */
final class ResidualDiffusion implements Diffusion {
    private final SparseOperand transition;
    private final int hops;
    private final int steps;

    ResidualDiffusion(SparseOperand transition, int hops, int steps) {
        this.transition = transition;
        this.hops = hops;
        this.steps = steps;
    }

    @Override
    public SDVariable of(SDVariable z, int nodes, int channels, Wanted wanted, Weights weights) {
        FixedMixture power = new FixedMixture(transition, power());
        SDVariable v = z;
        for (int t = 0; t < steps - 2; t++) {
            v = v.sub(power.of(update(v, t, channels, weights), Wanted.all(), "power " + t, weights));
        }
        return wanted.of(v, nodes).sub(power.of(update(v, steps - 2, channels, weights), wanted, "power", weights));
    }

    /** relu(relu(V A_t) B_t). */
    private static SDVariable update(SDVariable v, int t, int channels, Weights weights) {
        SameDiff graph = v.getSameDiff();
        SDVariable once = graph.nn().relu(v.mmul(weights.matrix("A" + t, channels, channels)), 0);
        return graph.nn().relu(once.mmul(weights.matrix("B" + t, channels, channels)), 0);
    }

    /** The coefficients of P^q. */
    private double[] power() {
        double[] coefficients = new double[hops];
        coefficients[hops - 1] = 1;
        return coefficients;
    }
}
