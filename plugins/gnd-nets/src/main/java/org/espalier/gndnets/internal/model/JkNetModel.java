package org.espalier.gndnets.internal.model;

import java.util.List;

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
 * Jumping knowledge network (Xu et al., arXiv 1806.03536): L layers H = relu( S drop(H) W + b ) from H = X, each row divided by its sum; a linear classifier sees the
 * outputs of all layers, side by side or the greatest at each place, so that each node can use the range that suits it. S = D^-1/2 (A + I) D^-1/2 of the
 * undirected graph, L and d are {@code layers} and {@code hidden}. Parameters {@code W1}, {@code b1}; {@code H2}, {@code c2} …; {@code W2} [L d or d, C],
 * {@code b2}; all are decayed. The classifier's input is dropped too, like that of every other matrix.
 */
@ModelExtension(id = "gndnets.jk-net", title = "Jumping knowledge network", data = GraphData.KIND, form = FullBatchModel.FORM, predicts = Predictions.ClassScores.KIND)
public final class JkNetModel extends NodeModel {
    private final Parameters parameters;

    /** How the outputs of the layers become one. */
    enum Join {
        /** Side by side. */
        CONCAT,
        /** The greatest at each place. */
        MAX
    }

    /** What a user can set. */
    record Parameters(
            @Param(value = "Layers of convolution", def = "4", min = 1) int layers,
            @Param(value = "Width of the layers", def = "16", min = 1) int hidden,
            @Param(value = "How the outputs of the layers become one: side by side (concat) or the greatest at each place (max)", def = "concat") Join join,
            @Param(value = "Probability of dropping an entry in training", def = "0.5", min = 0, max = 1, maxExclusive = true) double dropout,
            @Param(value = "Weight decay, on all parameters", def = "0.0005", min = 0) double l2,
            @Param(value = INSPECT, def = "false") boolean inspect) {
    }

    @Inject
    JkNetModel(Parameters parameters, RandomSource random) {
        super(random, parameters.dropout(), parameters.l2(), parameters.inspect());
        this.parameters = parameters;
    }

    @Override
    Footprint footprint(GraphData data) {
        long nodes = data.nodes();
        long features = data.features().cols();
        long classes = data.classes().size();
        long d = parameters.hidden();
        return new Footprint((features + parameters.layers() * (d + classes)) * d, nodes * ((4 + 8L * parameters.layers()) * d + 2 * classes));
    }

    @Override
    SDVariable scores(GraphData data, Wanted wanted, Dropping dropping, Weights weights) {
        int classes = data.classes().size();
        SparseOperand s = SparseOperand.of(NodeMatrices.convolution(data));
        SDVariable joined = wanted.of(joined(Convolutions.of(data, s, parameters.layers(), parameters.hidden(), dropping, weights)), data.nodes()).rename(HIDDEN);
        int width = parameters.hidden() * (parameters.join() == Join.CONCAT ? parameters.layers() : 1);
        SDVariable w2 = weights.matrix("W2", width, classes);
        return dropping.of(joined, "joined").mmul(w2).add("output", weights.bias("b2", classes)); // [wanted, C]
    }

    private SDVariable joined(List<SDVariable> layers) {
        SDVariable first = layers.get(0);
        if (layers.size() == 1) {
            return first;
        }
        return switch (parameters.join()) {
            case CONCAT -> first.getSameDiff().concat(1, layers.toArray(SDVariable[]::new));
            case MAX -> layers.stream().reduce(first.getSameDiff().math()::max).orElseThrow();
        };
    }
}
