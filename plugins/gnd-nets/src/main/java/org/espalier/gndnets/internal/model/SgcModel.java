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
 * Simplified graph convolution (Wu et al., arXiv 1902.07153, equation 8): out = (S^K X) W + b, a linear classifier of features that were averaged over K hops;
 * X divided row by row by its sum, S = D^-1/2 (A + I) D^-1/2 of the undirected graph, K is {@code hops}. W [D, C] and b are the parameters {@code W1} and
 * {@code b1}; both are decayed.
 *
 * <p>
 * Computed as S^K (X W), which is the same: S^K X is nearly dense, so that keeping it would take the memory of N x D numbers, and a product with it several times as
 * long as K sparse products of C columns.
 */
@ModelExtension(id = "gndnets.sgc", title = "Simplified graph convolution", data = GraphData.KIND, form = FullBatchModel.FORM, predicts = Predictions.ClassScores.KIND)
public final class SgcModel extends NodeModel {
    private final Parameters parameters;

    /** What a user can set. */
    record Parameters(
            @Param(value = "Hops of averaging, K", def = "2", min = 1, unit = "hops") int hops,
            @Param(value = "Weight decay, on all parameters", def = "0.00005", min = 0) double l2,
            @Param(value = INSPECT, def = "false") boolean inspect) {
    }

    @Inject
    SgcModel(Parameters parameters, RandomSource random) {
        super(random, 0, parameters.l2(), parameters.inspect());
        this.parameters = parameters;
    }

    @Override
    Footprint footprint(GraphData data) {
        long nodes = data.nodes();
        long features = data.features().cols();
        long classes = data.classes().size();
        return new Footprint(features * classes, nodes * 8 * classes);
    }

    @Override
    SDVariable scores(GraphData data, Wanted wanted, Dropping dropping, Weights weights) {
        int classes = data.classes().size();
        CsrMatrix s = NodeMatrices.convolution(data);
        SparseOperand whole = SparseOperand.of(s);
        SDVariable hop = dropping.product(SparseOperand.of(NodeMatrices.features(data)), weights.matrix("W1", data.features().cols(), classes), "features"); // [N, C]
        for (int k = 1; k < parameters.hops(); k++) {
            hop = SparseMatmul.of(whole, hop);
        }
        return SparseMatmul.of(SparseOperand.of(wanted.of(s)), hop).add("output", weights.bias("b1", classes)); // [wanted, C]
    }
}
