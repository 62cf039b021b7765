package org.espalier.gndnets.internal.model;

import org.espalier.api.config.Param;
import org.espalier.api.dataset.Part;
import org.espalier.api.extension.ModelExtension;
import org.espalier.api.metric.Predictions;
import org.espalier.api.model.DirectModel;
import org.espalier.data.graph.GraphData;

import jakarta.inject.Inject;

/**
 * Label propagation (Zhu, Ghahramani and Lafferty 2003, the harmonic solution): F <- D^-1 A F, the rows of the training nodes then reset to their labels,
 * from F = Y, zero but for those rows. A is undirected, without added self-loops. Nodes that no label reaches keep zeros, and so get the first class.
 */
@ModelExtension(id = "gndnets.lp", title = "Label propagation", data = GraphData.KIND, form = DirectModel.FORM, predicts = Predictions.ClassScores.KIND)
public final class LabelPropagationModel implements DirectModel<GraphData> {
    private final Parameters parameters;

    /** What a user can set. */
    record Parameters(@Param(value = "Iterations at most; fewer if nothing changes any more", def = "200", min = 1) int iterations) {
    }

    @Inject
    LabelPropagationModel(Parameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public Predictions predictions(GraphData data, Part part) {
        return LabelledNodes.of(data, part).scores(shares(data), data.classes().size());
    }

    /** F in the end, [N, C] row by row. */
    double[] shares(GraphData data) {
        int classes = data.classes().size();
        double[] known = Spreading.known(data);
        int[] train = LabelledNodes.of(data, Part.TRAIN).nodes();
        return new Spreading(NodeMatrices.walk(data), classes, parameters.iterations()).from(known, spread -> {
            for (int node : train) {
                System.arraycopy(known, node * classes, spread, node * classes, classes);
            }
            return spread;
        });
    }
}
