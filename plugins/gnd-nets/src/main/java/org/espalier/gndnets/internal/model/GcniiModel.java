package org.espalier.gndnets.internal.model;

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
 * Deep graph convolution with initial residual and identity mapping, GCNII (Chen et al., arXiv 2007.02133, equation 5).
 *
 * <pre>
 * H0  = relu( drop(X) W1 + b1 )                             X divided row by row by its sum
 * M   = (1 - a) S drop(H) + a H0
 * H   = relu( (1 - b_l) M + b_l M W_l ),   b_l = ln(lambda / l + 1),   l = 1 … L
 * out = drop(H) W2 + b2
 * </pre>
 *
 * S = D^-1/2 (A + I) D^-1/2 of the undirected graph; L, d, a, lambda are {@code layers}, {@code hidden}, {@code residual}, {@code identity}. W_l is the parameter
 * {@code H1}, {@code H2} …; the others have these names. One weight decay for all, where the method's paper has a stronger one for the W_l.
 */
@ModelExtension(id = "gndnets.gcnii", title = "Graph convolution with initial residual and identity mapping", data = GraphData.KIND, form = FullBatchModel.FORM, predicts = Predictions.ClassScores.KIND)
public final class GcniiModel extends NodeModel {
    private final Parameters parameters;

    /** What a user can set. */
    record Parameters(
            @Param(value = "Layers of convolution; the method's paper has 64 for Cora", def = "16", min = 1) int layers,
            @Param(value = "Width of the layers", def = "64", min = 1) int hidden,
            @Param(value = "Share of the first hidden layer in each layer, a", def = "0.1", min = 0, max = 1) double residual,
            @Param(value = "How far from the identity the layers' matrices reach, lambda", def = "0.5", min = 0) double identity,
            @Param(value = "Probability of dropping an entry in training", def = "0.6", min = 0, max = 1, maxExclusive = true) double dropout,
            @Param(value = "Weight decay, on all parameters", def = "0.0005", min = 0) double l2,
            @Param(value = INSPECT, def = "false") boolean inspect) {
    }

    @Inject
    GcniiModel(Parameters parameters, RandomSource random) {
        super(random, parameters.dropout(), parameters.l2(), parameters.inspect());
        this.parameters = parameters;
    }

    @Override
    Footprint footprint(GraphData data) {
        long nodes = data.nodes();
        long features = data.features().cols();
        long classes = data.classes().size();
        long d = parameters.hidden();
        return new Footprint((features + classes + parameters.layers() * d) * d, nodes * ((4 + 7L * parameters.layers()) * d + 2 * classes));
    }

    @Override
    SDVariable scores(GraphData data, Wanted wanted, Dropping dropping, Weights weights) {
        int classes = data.classes().size();
        CsrMatrix s = NodeMatrices.convolution(data);
        SparseOperand whole = SparseOperand.of(s);
        SDVariable first = first(data, dropping, weights);
        SDVariable h = first; // [N, d]
        for (int l = 1; l < parameters.layers(); l++) {
            h = layer(l, whole, dropping.of(h, "hidden " + l), first, weights);
        }
        SDVariable last = dropping.of(h, "hidden " + parameters.layers());
        h = layer(parameters.layers(), SparseOperand.of(wanted.of(s)), last, wanted.of(first, data.nodes()), weights); // [wanted, d]
        SDVariable w2 = weights.matrix("W2", parameters.hidden(), classes);
        return dropping.of(h.rename(HIDDEN), "last").mmul(w2).add("output", weights.bias("b2", classes)); // [wanted, C]
    }

    private SDVariable first(GraphData data, Dropping dropping, Weights weights) {
        SDVariable w1 = weights.matrix("W1", data.features().cols(), parameters.hidden());
        SDVariable sum = dropping.product(SparseOperand.of(NodeMatrices.features(data)), w1, "features").add(weights.bias("b1", parameters.hidden()));
        return w1.getSameDiff().nn().relu(sum, 0);
    }

    private SDVariable layer(int l, SparseOperand s, SDVariable h, SDVariable first, Weights weights) {
        double strength = Math.log(parameters.identity() / l + 1);
        SDVariable mixed = SparseMatmul.of(s, h).mul(1 - parameters.residual()).add(first.mul(parameters.residual()));
        SDVariable mapped = mixed.mmul(weights.matrix("H" + l, parameters.hidden(), parameters.hidden()));
        return h.getSameDiff().nn().relu(mixed.mul(1 - strength).add(mapped.mul(strength)), 0);
    }
}
