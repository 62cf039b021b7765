package org.espalier.gndnets.internal.model;

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
 * The baseline that sees no edge: out = drop( relu( drop(X) W1 + b1 ) ) W2 + b2, X divided row by row by its sum. W1 [D, d], b1, W2 [d, C] and b2 are
 * parameters of these names, d is {@code hidden}; all are decayed.
 */
@ModelExtension(id = "gndnets.mlp", title = "Multi-layer perceptron on node features", data = GraphData.KIND, form = FullBatchModel.FORM, predicts = Predictions.ClassScores.KIND)
public final class MlpModel extends NodeModel {
    private final Parameters parameters;

    /** What a user can set. */
    record Parameters(
            @Param(value = "Width of the hidden layer", def = "16", min = 1) int hidden,
            @Param(value = "Probability of dropping an entry in training", def = "0.5", min = 0, max = 1, maxExclusive = true) double dropout,
            @Param(value = "Weight decay, on all parameters", def = "0.0005", min = 0) double l2,
            @Param(value = INSPECT, def = "false") boolean inspect) {
    }

    @Inject
    MlpModel(Parameters parameters, RandomSource random) {
        super(random, parameters.dropout(), parameters.l2(), parameters.inspect());
        this.parameters = parameters;
    }

    @Override
    Footprint footprint(GraphData data) {
        long nodes = data.nodes();
        long features = data.features().cols();
        long classes = data.classes().size();
        long d = parameters.hidden();
        return new Footprint((features + classes) * d, nodes * (4 * d + 3 * classes));
    }

    @Override
    SDVariable scores(GraphData data, Wanted wanted, Dropping dropping, Weights weights) {
        return scores(SparseOperand.of(wanted.of(NodeMatrices.features(data))), data, parameters.hidden(), dropping, weights).rename("output");
    }

    /** The scores by the features in each row of {@code features}. */
    static SDVariable scores(SparseOperand features, GraphData data, int hidden, Dropping dropping, Weights weights) {
        int classes = data.classes().size();
        SDVariable w1 = weights.matrix("W1", data.features().cols(), hidden);
        SDVariable sum = dropping.product(features, w1, "features").add(weights.bias("b1", hidden)); // [rows, d]
        SDVariable h = dropping.of(w1.getSameDiff().nn().relu(sum, 0).rename(HIDDEN), "hidden");
        return h.mmul(weights.matrix("W2", hidden, classes)).add(weights.bias("b2", classes)); // [rows, C]
    }
}
