package org.espalier.gndnets.internal.model;

import java.util.List;

import org.espalier.api.compute.op.SparseMatmul;
import org.espalier.api.compute.op.SparseOperand;
import org.espalier.api.config.Param;
import org.espalier.api.dataset.Part;
import org.espalier.api.extension.ModelExtension;
import org.espalier.api.metric.Predictions;
import org.espalier.api.model.FullBatchModel;
import org.espalier.api.model.Mode;
import org.espalier.api.model.Network;
import org.espalier.api.run.RandomSource;
import org.espalier.api.tensor.CsrMatrix;
import org.espalier.data.graph.GraphData;
import org.espalier.data.graph.GraphMatrices;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

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
 *
 * The last layer of the training network makes the training nodes' rows only.
 */
@ModelExtension(id = "gndnets.gcn", title = "Graph convolutional network", data = GraphData.KIND, form = FullBatchModel.FORM, predicts = Predictions.ClassScores.KIND)
public final class GcnModel implements FullBatchModel<GraphData> {
    private final Parameters parameters;
    private final RandomSource random;

    /** What a user can set. */
    record Parameters(
            @Param(value = "Layers, the last included", def = "2", min = 2) int layers,
            @Param(value = "Width of the hidden layers", def = "16", min = 1) int hidden,
            @Param(value = "Probability of dropping an entry in training", def = "0.5", min = 0, max = 1, maxExclusive = true) double dropout,
            @Param(value = "Weight decay, on the first layer's matrix", def = "0.0005", min = 0) double l2) {
    }

    @Inject
    GcnModel(Parameters parameters, RandomSource random) {
        this.parameters = parameters;
        this.random = random;
    }

    @Override
    public Network network(GraphData data, Mode mode) {
        Dropping dropping = mode == Mode.TRAINING ? Dropping.random(parameters.dropout()) : Dropping.none();
        return network(data, mode, dropping, new Weights(SameDiff.create(), random, DataType.FLOAT));
    }

    /** The network with dropout and weights of the caller's choice. */
    Network network(GraphData data, Mode mode, Dropping dropping, Weights weights) {
        CsrMatrix s = GraphMatrices.symmetricallyNormalised(GraphMatrices.symmetrised(data.adjacency()));
        SDVariable hidden = hidden(data, SparseOperand.of(s), weights, dropping);
        if (mode == Mode.EVALUATION) {
            return Network.of(scores(hidden, SparseOperand.of(s), data, weights, dropping), null);
        }
        LabelledNodes train = LabelledNodes.of(data, Part.TRAIN);
        SDVariable scores = scores(hidden, SparseOperand.of(GraphMatrices.rows(s, train.nodes())), data, weights, dropping);
        List<SDVariable> decayed = weights.all().subList(0, 1);
        return Network.of(scores, NodeLoss.of(scores, train.truth(), data.classes().size(), parameters.l2(), decayed, weights));
    }

    @Override
    public Predictions predictions(GraphData data, Part part, INDArray output) {
        return LabelledNodes.of(data, part).scores(output);
    }

    private SDVariable hidden(GraphData data, SparseOperand s, Weights weights, Dropping dropping) {
        SparseOperand features = SparseOperand.of(GraphMatrices.rowNormalised(data.features()));
        int width = parameters.hidden();
        SDVariable w1 = weights.matrix("W1", data.features().cols(), width);
        SDVariable h = layer(s, dropping.product(features, w1, "features"), weights.bias("b1", width)); // [N, d]
        for (int l = 2; l < parameters.layers(); l++) {
            h = layer(s, dropping.of(h, "hidden " + l).mmul(weights.matrix("H" + l, width, width)), weights.bias("c" + l, width));
        }
        return h;
    }

    private static SDVariable layer(SparseOperand s, SDVariable transformed, SDVariable bias) {
        return transformed.getSameDiff().nn().relu(SparseMatmul.of(s, transformed).add(bias), 0);
    }

    private SDVariable scores(SDVariable hidden, SparseOperand s, GraphData data, Weights weights, Dropping dropping) {
        int classes = data.classes().size();
        SDVariable w2 = weights.matrix("W2", parameters.hidden(), classes);
        SDVariable b2 = weights.bias("b2", classes);
        return SparseMatmul.of(s, dropping.of(hidden, "hidden " + parameters.layers()).mmul(w2)).add("output", b2); // [rows, C]
    }
}
