package org.espalier.gndnets.internal.model;

import java.util.ArrayList;
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
 * Graph convolution in parallel branches of different depth, IncepGCN (Rong et al., arXiv 1907.10903, section 5.1): H1 = relu( S drop(X) W + b ), X divided row by
 * row by its sum; from H1 on, branch i = 1 … B is i layers H <- relu( S drop(H) W + b ); a linear classifier sees all branches side by side. S =
 * D^-1/2 (A + I) D^-1/2 of the undirected graph; B and d are {@code branches} and {@code hidden}. Parameters {@code W1}, {@code b1}; of layer l of branch i {@code Hi_l},
 * {@code ci_l}; {@code W2} [B d, C], {@code b2}; all are decayed. The classifier's input is dropped too.
 */
@ModelExtension(id = "gndnets.incep-gcn", title = "Graph convolution in branches of different depth", data = GraphData.KIND, form = FullBatchModel.FORM, predicts = Predictions.ClassScores.KIND)
public final class IncepGcnModel extends NodeModel {
    private final Parameters parameters;

    /** What a user can set. */
    record Parameters(
            @Param(value = "Branches; the i-th is i layers deep", def = "4", min = 1) int branches,
            @Param(value = "Width of the layers", def = "64", min = 1) int hidden,
            @Param(value = "Probability of dropping an entry in training", def = "0.5", min = 0, max = 1, maxExclusive = true) double dropout,
            @Param(value = "Weight decay, on all parameters", def = "0.0005", min = 0) double l2,
            @Param(value = INSPECT, def = "false") boolean inspect) {
    }

    @Inject
    IncepGcnModel(Parameters parameters, RandomSource random) {
        super(random, parameters.dropout(), parameters.l2(), parameters.inspect());
        this.parameters = parameters;
    }

    @Override
    Footprint footprint(GraphData data) {
        long nodes = data.nodes();
        long d = parameters.hidden();
        long branches = parameters.branches();
        long layers = branches * (branches + 1) / 2;
        long classes = data.classes().size();
        return new Footprint((data.features().cols() + layers * d + branches * classes) * d, nodes * ((6 + 4 * branches + 6 * layers) * d + 2 * classes));
    }

    @Override
    SDVariable scores(GraphData data, Wanted wanted, Dropping dropping, Weights weights) {
        int classes = data.classes().size();
        SparseOperand s = SparseOperand.of(NodeMatrices.convolution(data));
        SDVariable first = Convolutions.of(data, s, 1, parameters.hidden(), dropping, weights).get(0); // [N, d]
        SDVariable joined = wanted.of(joined(branches(first, s, dropping, weights)), data.nodes()).rename(HIDDEN); // [wanted, B d]
        SDVariable w2 = weights.matrix("W2", parameters.branches() * parameters.hidden(), classes);
        return dropping.of(joined, "joined").mmul(w2).add("output", weights.bias("b2", classes)); // [wanted, C]
    }

    private List<SDVariable> branches(SDVariable first, SparseOperand s, Dropping dropping, Weights weights) {
        List<SDVariable> branches = new ArrayList<>();
        for (int branch = 1; branch <= parameters.branches(); branch++) {
            SDVariable h = first;
            for (int l = 1; l <= branch; l++) {
                String name = branch + "_" + l;
                SDVariable w = weights.matrix("H" + name, parameters.hidden(), parameters.hidden());
                h = Convolutions.layer(s, dropping.of(h, "hidden " + name).mmul(w), weights.bias("c" + name, parameters.hidden()));
            }
            branches.add(h);
        }
        return branches;
    }

    private static SDVariable joined(List<SDVariable> branches) {
        SDVariable first = branches.get(0);
        return branches.size() == 1 ? first : first.getSameDiff().concat(1, branches.toArray(SDVariable[]::new));
    }
}
