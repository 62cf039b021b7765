package org.espalier.gndnets.internal.model;

import org.espalier.gndnets.internal.model.DecoupledModel.Parameters;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * Class scores by diffused features S_k = P^k X of a batch of nodes:
 *
 * <pre>
 * M   = sum over k = 1 … K of theta_k S_k      [nodes, D]
 * H   = elu( drop(M) W1 + b1 )
 * out = drop( drop(H) W2 ) + b2
 * </pre>
 *
 * @param hops    K
 * @param width   D
 * @param classes C
 */
record DecoupledNetwork(int hops, int width, int classes) {

    /**
     * The scores, [batch, C].
     *
     * @param rows S_1 … S_K of the batch, [K, batch * D]
     */
    SDVariable scores(SDVariable rows, int batch, Parameters parameters, Weights weights, Dropping dropping) {
        int d = parameters.hidden();
        SDVariable theta = theta(parameters, weights); // [K, 1]
        SameDiff graph = theta.getSameDiff();
        SDVariable mixed = graph.mmul(theta, rows, true, false, false).reshape(batch, width); // [batch, D]
        SDVariable w1 = weights.matrix("W1", width, d);
        SDVariable h = graph.nn().elu(dropping.of(mixed, "mixed").mmul(w1).add(weights.bias("b1", d))); // [batch, d]
        SDVariable scores = dropping.of(h, "hidden").mmul(weights.matrix("W2", d, classes));
        return dropping.of(scores, "scores").add(NodeModel.OUTPUT, weights.bias("b2", classes)); // [batch, C]
    }

    private SDVariable theta(Parameters parameters, Weights weights) {
        return switch (parameters.diffusion()) {
            case SLP -> weights.matrix("theta", hops, 1);
            case PPR -> weights.constant("theta", PolynomialDiffusion.pageRank(hops), hops, 1);
            case HEAT -> weights.constant("theta", PolynomialDiffusion.heat(hops), hops, 1);
        };
    }
}
