package org.espalier.gndnets.internal.model;

import org.espalier.api.config.Param;
import org.espalier.api.dataset.Part;
import org.espalier.api.extension.ModelExtension;
import org.espalier.api.metric.Predictions;
import org.espalier.api.model.DirectModel;
import org.espalier.data.graph.GraphData;

import jakarta.inject.Inject;

/**
 * Label spreading (Zhou et al. 2004, "Learning with Local and Global Consistency"): F <- a S0 F + (1 - a) Y from F = Y, the labels of the training nodes, which
 * are not held. S0 = D^-1/2 A D^-1/2 of the undirected graph, without added self-loops; a is {@code alpha}.
 */
@ModelExtension(id = "gndnets.ls", title = "Label spreading", data = GraphData.KIND, form = DirectModel.FORM, predicts = Predictions.ClassScores.KIND)
public final class LabelSpreadingModel implements DirectModel<GraphData> {
    private final Parameters parameters;

    /** What a user can set. */
    record Parameters(
            @Param(value = "Share of a node's label that comes from its neighbours", def = "0.9", min = 0, max = 1, maxExclusive = true) double alpha,
            @Param(value = "Iterations at most; fewer if nothing changes any more", def = "500", min = 1) int iterations) {
    }

    @Inject
    LabelSpreadingModel(Parameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public Predictions predictions(GraphData data, Part part) {
        return LabelledNodes.of(data, part).scores(shares(data), data.classes().size());
    }

    /** F in the end, [N, C] row by row. */
    double[] shares(GraphData data) {
        double[] known = Spreading.known(data);
        double alpha = parameters.alpha();
        return new Spreading(NodeMatrices.unloopedConvolution(data), data.classes().size(), parameters.iterations()).from(known, spread -> {
            for (int i = 0; i < spread.length; i++) {
                spread[i] = alpha * spread[i] + (1 - alpha) * known[i];
            }
            return spread;
        });
    }
}
