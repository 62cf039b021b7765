package org.espalier.gndnets.internal.model;

import org.espalier.api.compute.op.SparseMatmul;
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
 * Graph convolution by filters with a memory of their input (Bianchi et al., arXiv 1901.01343, equations 13 and 14), two layers. A layer averages K stacks, each of
 * which does T times
 *
 * <pre>
 * H <- f( S0 H W + drop(X) V + b ),   from H = X
 * </pre>
 *
 * where X is the layer's input (at first the features, each row divided by its sum), W is one matrix in the first step and another in all later ones, f is relu in the
 * first layer and nothing in the second. S0 = D^-1/2 A D^-1/2 of the undirected graph; K, T, d are {@code stacks}, {@code steps}, {@code hidden}.
 * Of layer l and stack k, from 1: parameters {@code Wl_k}, {@code Ul_k} (the W of later steps), {@code Vl_k}, {@code bl_k}; all are decayed.
 */
@ModelExtension(id = "gndnets.arma", title = "Graph convolution by auto-regressive moving-average filters", data = GraphData.KIND, form = FullBatchModel.FORM, predicts = Predictions.ClassScores.KIND)
public final class ArmaModel extends NodeModel {
    private final Parameters parameters;

    /** What a user can set. */
    record Parameters(
            @Param(value = "Stacks that are averaged, K", def = "2", min = 1) int stacks,
            @Param(value = "Steps of each stack, T", def = "1", min = 1) int steps,
            @Param(value = "Width of the hidden layer", def = "16", min = 1) int hidden,
            @Param(value = "Probability of dropping an entry of a layer's input in training", def = "0.5", min = 0, max = 1, maxExclusive = true) double dropout,
            @Param(value = "Weight decay, on all parameters", def = "0.0005", min = 0) double l2,
            @Param(value = INSPECT, def = "false") boolean inspect) {
    }

    /** A matrix that is multiplied with parameters: the sparse features, or a dense layer. */
    private interface Input {
        SDVariable times(SDVariable matrix);

        SDVariable droppedTimes(SDVariable matrix, String stream);
    }

    @Inject
    ArmaModel(Parameters parameters, RandomSource random) {
        super(random, parameters.dropout(), parameters.l2(), parameters.inspect());
        this.parameters = parameters;
    }

    @Override
    Footprint footprint(GraphData data) {
        long nodes = data.nodes();
        long features = data.features().cols();
        long classes = data.classes().size();
        long d = parameters.hidden();
        long stacks = parameters.stacks();
        long steps = parameters.steps();
        return new Footprint(stacks * (2 * features * d + d * d + 2 * d * classes + classes * classes), nodes * (stacks * (5 + 3 * steps) * (d + classes) + 6 * d));
    }

    @Override
    SDVariable scores(GraphData data, Wanted wanted, Dropping dropping, Weights weights) {
        SparseOperand s0 = SparseOperand.of(NodeMatrices.unloopedConvolution(data));
        SDVariable hidden = layer(1, sparse(SparseOperand.of(NodeMatrices.features(data)), dropping), data.features().cols(), parameters.hidden(), s0, weights).rename(HIDDEN);
        SDVariable scores = layer(2, dense(hidden, dropping), parameters.hidden(), data.classes().size(), s0, weights); // [N, C]
        return wanted.of(scores, data.nodes()).rename("output");
    }

    private SDVariable layer(int layer, Input input, int width, int out, SparseOperand s0, Weights weights) {
        SDVariable sum = null;
        for (int stack = 1; stack <= parameters.stacks(); stack++) {
            SDVariable one = stack(layer, layer + "_" + stack, input, width, out, s0, weights);
            sum = sum == null ? one : sum.add(one);
        }
        return sum.div(parameters.stacks());
    }

    private SDVariable stack(int layer, String name, Input input, int width, int out, SparseOperand s0, Weights weights) {
        SDVariable first = input.times(weights.matrix("W" + name, width, out));
        SDVariable skip = input.droppedTimes(weights.matrix("V" + name, width, out), "input " + name).add(weights.bias("b" + name, out));
        SDVariable h = activated(layer, SparseMatmul.of(s0, first).add(skip));
        SDVariable later = parameters.steps() > 1 ? weights.matrix("U" + name, out, out) : null;
        for (int t = 1; t < parameters.steps(); t++) {
            h = activated(layer, SparseMatmul.of(s0, h.mmul(later)).add(skip));
        }
        return h;
    }

    private static SDVariable activated(int layer, SDVariable sum) {
        return layer == 1 ? sum.getSameDiff().nn().relu(sum, 0) : sum;
    }

    private static Input sparse(SparseOperand features, Dropping dropping) {
        return new Input() {
            @Override
            public SDVariable times(SDVariable matrix) {
                return SparseMatmul.of(features, matrix);
            }

            @Override
            public SDVariable droppedTimes(SDVariable matrix, String stream) {
                return dropping.product(features, matrix, stream);
            }
        };
    }

    private static Input dense(SDVariable hidden, Dropping dropping) {
        return new Input() {
            @Override
            public SDVariable times(SDVariable matrix) {
                return hidden.mmul(matrix);
            }

            @Override
            public SDVariable droppedTimes(SDVariable matrix, String stream) {
                return dropping.of(hidden, stream).mmul(matrix);
            }
        };
    }
}
