package org.espalier.gndnets.internal.model;

import java.util.ArrayList;
import java.util.List;

import org.espalier.api.compute.op.SparseOperand;
import org.espalier.api.config.Param;
import org.espalier.api.extension.ModelExtension;
import org.espalier.api.metric.Predictions;
import org.espalier.api.model.FullBatchModel;
import org.espalier.api.run.RandomSource;
import org.espalier.api.tensor.CsrMatrix;
import org.espalier.data.graph.GraphData;
import org.espalier.gndnets.internal.model.Attention.Head;
import org.nd4j.autodiff.samediff.SDVariable;

import jakarta.inject.Inject;

/**
 * Graph attention network (Veličković et al., arXiv 1710.10903, equations 1 to 6): two layers of {@link Attention} to the undirected neighbourhood and oneself.
 *
 * <pre>
 * H   = elu( heads side by side + b1 )      head h: Z = drop(X) W, attention by s and t, of {@code width}; X divided row by row by its sum
 * out = head + b2                           Z = drop(H) W2, attention by s2 and t2, of width C
 * </pre>
 *
 * W, s, t of head h are the parameters {@code W1_h}, {@code s1_h}, {@code t1_h}, h from 0; the others have these names. All
 * are decayed.
 */
@ModelExtension(id = "gndnets.gat", title = "Graph attention network", data = GraphData.KIND, form = FullBatchModel.FORM, predicts = Predictions.ClassScores.KIND)
public final class GatModel extends NodeModel {
    private final Parameters parameters;

    /** What a user can set. */
    record Parameters(
            @Param(value = "Heads of the first layer", def = "8", min = 1) int heads,
            @Param(value = "Width of each head", def = "8", min = 1) int width,
            @Param(value = "Probability of dropping an entry in training, of features and of attentions", def = "0.6", min = 0, max = 1, maxExclusive = true) double dropout,
            @Param(value = "Weight decay, on all parameters", def = "0.0005", min = 0) double l2,
            @Param(value = INSPECT, def = "false") boolean inspect) {
    }

    @Inject
    GatModel(Parameters parameters, RandomSource random) {
        super(random, parameters.dropout(), parameters.l2(), parameters.inspect());
        this.parameters = parameters;
    }

    @Override
    Footprint footprint(GraphData data) {
        long d = (long) parameters.heads() * parameters.width();
        long edges = data.adjacency().entries() + data.nodes();
        return new Footprint((data.features().cols() + data.classes().size()) * d, (data.nodes() + edges) * 10 * d);
    }

    @Override
    SDVariable scores(GraphData data, Wanted wanted, Dropping dropping, Weights weights) {
        int classes = data.classes().size();
        CsrMatrix neighbourhoods = NodeMatrices.neighbourhoods(data);
        SDVariable h = dropping.of(hidden(data, new Attention(neighbourhoods, Wanted.all()), dropping, weights).rename(HIDDEN), "hidden"); // [N, d]
        Head last = head(h.mmul(weights.matrix("W2", parameters.heads() * parameters.width(), classes)), "2", classes, weights);
        return new Attention(neighbourhoods, wanted).of(List.of(last), classes, dropping, "2", weights).add("output", weights.bias("b2", classes)); // [wanted, C]
    }

    private SDVariable hidden(GraphData data, Attention attention, Dropping dropping, Weights weights) {
        SparseOperand features = SparseOperand.of(NodeMatrices.features(data));
        int width = parameters.width();
        List<Head> heads = new ArrayList<>();
        for (int h = 0; h < parameters.heads(); h++) {
            SDVariable z = dropping.product(features, weights.matrix("W1_" + h, data.features().cols(), width), "features " + h);
            heads.add(head(z, "1_" + h, width, weights));
        }
        SDVariable joined = attention.of(heads, width, dropping, "1", weights);
        return joined.getSameDiff().nn().elu(joined.add(weights.bias("b1", heads.size() * width)));
    }

    private static Head head(SDVariable z, String name, int width, Weights weights) {
        return new Head(z, weights.matrix("s" + name, width, 1), weights.matrix("t" + name, width, 1));
    }
}
