package org.espalier.gndnets.internal.model;

import java.util.List;
import java.util.stream.IntStream;

import org.espalier.api.compute.op.SparseOperand;
import org.espalier.api.config.Param;
import org.espalier.api.extension.ModelExtension;
import org.espalier.api.metric.Predictions;
import org.espalier.api.model.FullBatchModel;
import org.espalier.api.run.RandomSource;
import org.espalier.data.graph.GraphData;
import org.nd4j.autodiff.samediff.SDVariable;

import jakarta.inject.Inject;

/**
 * Personalised propagation of neural predictions (Gasteiger, Bojchevski and Günnemann, arXiv 1810.05997, equation 4): Y <- (1 - a) S Y + a Y0, K times from
 * Y0, where Y0 are the scores of a perceptron as in {@link MlpModel}. S = D^-1/2 (A + I) D^-1/2 of the undirected graph; a and K are {@code restart} and
 * {@code hops}. Parameters as in the perceptron; {@code W1} alone is decayed.
 *
 * <p>
 * Written out, the result is a Y0 + sum over k = 1 … K of c_k S^k Y0 with c_k = a (1 - a)^k, but c_K = (1 - a)^K.
 */
@ModelExtension(id = "gndnets.appnp", title = "Personalised propagation of neural predictions", data = GraphData.KIND, form = FullBatchModel.FORM, predicts = Predictions.ClassScores.KIND)
public final class AppnpModel extends NodeModel {
    private final Parameters parameters;

    /** What a user can set. */
    record Parameters(
            @Param(value = "Width of the hidden layer", def = "64", min = 1) int hidden,
            @Param(value = "Steps of propagation, K", def = "10", min = 1, unit = "hops") int hops,
            @Param(value = "Share of its own prediction that a node keeps in each step", def = "0.1", min = 0, max = 1) double restart,
            @Param(value = "Probability of dropping an entry in training", def = "0.5", min = 0, max = 1, maxExclusive = true) double dropout,
            @Param(value = "Weight decay, on the first layer's matrix", def = "0.005", min = 0) double l2,
            @Param(value = INSPECT, def = "false") boolean inspect) {
    }

    @Inject
    AppnpModel(Parameters parameters, RandomSource random) {
        super(random, parameters.dropout(), parameters.l2(), parameters.inspect());
        this.parameters = parameters;
    }

    @Override
    List<SDVariable> decayed(List<SDVariable> all) {
        return all.subList(0, 1);
    }

    @Override
    Footprint footprint(GraphData data) {
        long nodes = data.nodes();
        long features = data.features().cols();
        long classes = data.classes().size();
        long d = parameters.hidden();
        return new Footprint((features + classes) * d, nodes * (5 * d + 7 * classes) + FixedMixture.numbers(data, parameters.hops()));
    }

    @Override
    SDVariable scores(GraphData data, Wanted wanted, Dropping dropping, Weights weights) {
        SDVariable own = MlpModel.scores(SparseOperand.of(NodeMatrices.features(data)), data, parameters.hidden(), dropping, weights); // [N, C]
        SDVariable spread = new FixedMixture(SparseOperand.of(NodeMatrices.convolution(data)), shares()).of(own, wanted, "shares", weights);
        return spread.add(wanted.of(own, data.nodes()).mul(parameters.restart())).rename("output"); // [wanted, C]
    }

    private double[] shares() {
        int hops = parameters.hops();
        return IntStream.rangeClosed(1, hops).mapToDouble(k -> Math.pow(1 - parameters.restart(), k) * (k < hops ? parameters.restart() : 1)).toArray();
    }
}
