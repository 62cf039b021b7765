package org.espalier.gndnets.internal.model;

import java.util.List;

import org.espalier.api.compute.op.SparseMatmul;
import org.espalier.api.compute.op.SparseOperand;
import org.espalier.api.config.Param;
import org.espalier.api.extension.ModelExtension;
import org.espalier.api.metric.Predictions;
import org.espalier.api.model.FullBatchModel;
import org.espalier.api.run.RandomSource;
import org.espalier.api.tensor.CsrMatrix;
import org.espalier.data.graph.GraphData;
import org.nd4j.autodiff.samediff.SDVariable;

import jakarta.inject.Inject;

/**
 * Graph convolutional network (Kipf and Welling, arXiv 1609.02907, equation 9, and deeper ones in the same way), the baseline of the GND-Nets paper:
 * L - 1 times H = relu( S drop(H) W + b ), then out = S drop(H) W + b, from H = X, each row divided by its sum.
 *
 * <table>
 * <caption>Symbols</caption>
 * <tr><td>S</td><td>D^-1/2 (A + I) D^-1/2 of the undirected graph</td></tr>
 * <tr><td>L, d</td><td>{@code layers}, {@code hidden}</td></tr>
 * <tr><td>W, b of the first, of the l-th, of the last layer</td><td>parameters {@code W1}, {@code b1}; {@code H2}, {@code c2} …; {@code W2}, {@code b2}</td></tr>
 * <tr><td>loss</td><td>mean cross-entropy over the training nodes + l2 / 2 * sum of squares of W1 alone</td></tr>
 * </table>
 */
@ModelExtension(id = "gndnets.gcn", title = "Graph convolutional network", data = GraphData.KIND, form = FullBatchModel.FORM, predicts = Predictions.ClassScores.KIND)
public final class GcnModel extends NodeModel {
    private final Parameters parameters;

    /** What a user can set. */
    record Parameters(
            @Param(value = "Layers, the last included", def = "2", min = 2) int layers,
            @Param(value = "Width of the hidden layers", def = "16", min = 1) int hidden,
            @Param(value = "Probability of dropping an entry in training", def = "0.5", min = 0, max = 1, maxExclusive = true) double dropout,
            @Param(value = "Weight decay, on the first layer's matrix", def = "0.0005", min = 0) double l2,
            @Param(value = INSPECT, def = "false") boolean inspect) {
    }

    @Inject
    GcnModel(Parameters parameters, RandomSource random) {
        super(random, parameters.dropout(), parameters.l2(), parameters.inspect());
        this.parameters = parameters;
    }

    @Override
    List<SDVariable> decayed(List<SDVariable> all) {
        return all.subList(0, 1);
    }

    @Override
    Footprint footprint(GraphData data) {
        return footprint(data, parameters.layers(), parameters.hidden());
    }

    @Override
    SDVariable scores(GraphData data, Wanted wanted, Dropping dropping, Weights weights) {
        return scores(data, NodeMatrices.convolution(data), parameters.layers(), parameters.hidden(), wanted, dropping, weights);
    }

    /** What a convolution over any S holds. */
    static Footprint footprint(GraphData data, int layers, int hidden) {
        long nodes = data.nodes();
        long features = data.features().cols();
        long classes = data.classes().size();
        long d = hidden;
        return new Footprint((features + classes + (layers - 2) * d) * d, nodes * ((4 + 3L * layers) * d + 2 * classes));
    }

    /** The class scores by convolution over any S, [wanted, C]. */
    static SDVariable scores(GraphData data, CsrMatrix s, int layers, int hidden, Wanted wanted, Dropping dropping, Weights weights) {
        int classes = data.classes().size();
        SDVariable last = Convolutions.of(data, SparseOperand.of(s), layers - 1, hidden, dropping, weights).get(layers - 2).rename(HIDDEN); // [N, d]
        SDVariable transformed = dropping.of(last, "hidden " + layers).mmul(weights.matrix("W2", hidden, classes));
        return SparseMatmul.of(SparseOperand.of(wanted.of(s)), transformed).add("output", weights.bias("b2", classes)); // [wanted, C]
    }
}
