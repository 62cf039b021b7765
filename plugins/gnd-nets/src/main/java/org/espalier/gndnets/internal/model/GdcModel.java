package org.espalier.gndnets.internal.model;

import java.util.List;

import java.util.OptionalLong;

import org.espalier.api.config.Param;
import org.espalier.api.error.InputException;
import org.espalier.api.extension.ModelExtension;
import org.espalier.api.metric.Predictions;
import org.espalier.api.model.FullBatchModel;
import org.espalier.api.run.RandomSource;
import org.espalier.api.tensor.CsrMatrix;
import org.espalier.data.graph.GraphData;
import org.nd4j.autodiff.samediff.SDVariable;

import jakarta.inject.Inject;

/**
 * Graph diffusion convolution (Gasteiger, Weißenberger and Günnemann, arXiv 1911.05485, equations 1, 2 and section 4): the convolution of {@link GcnModel}, but over
 * a graph that was diffused before: {@link PageRank} a (I - (1 - a) S)^-1, of which each node keeps the {@code neighbours} greatest entries, divided by their sum. a
 * is {@code restart}. Parameters as in the convolution; {@code W1} alone is decayed.
 */
@ModelExtension(id = "gndnets.gdc", title = "Graph diffusion convolution", data = GraphData.KIND, form = FullBatchModel.FORM, predicts = Predictions.ClassScores.KIND)
public final class GdcModel extends NodeModel {
    private final Parameters parameters;
    private CsrMatrix diffused;

    /** What a user can set. */
    record Parameters(
            @Param(value = "Probability of going back to the start in each step of the diffusion, a", def = "0.1", min = 0.01, max = 1) double restart,
            @Param(value = "Entries of the diffused graph that each node keeps", def = "64", min = 1) int neighbours,
            @Param(value = "Layers, the last included", def = "2", min = 2) int layers,
            @Param(value = "Width of the hidden layers", def = "16", min = 1) int hidden,
            @Param(value = "Probability of dropping an entry in training", def = "0.5", min = 0, max = 1, maxExclusive = true) double dropout,
            @Param(value = "Weight decay, on the first layer's matrix", def = "0.0005", min = 0) double l2,
            @Param(value = INSPECT, def = "false") boolean inspect) {
    }

    @Inject
    GdcModel(Parameters parameters, RandomSource random) {
        super(random, parameters.dropout(), parameters.l2(), parameters.inspect());
        this.parameters = parameters;
    }

    @Override
    List<SDVariable> decayed(List<SDVariable> all) {
        return all.subList(0, 1);
    }

    @Override
    Footprint footprint(GraphData data) {
        return GcnModel.footprint(data, parameters.layers(), parameters.hidden());
    }

    /** @throws InputException if the diffusion does not fit into the heap */
    @Override
    public OptionalLong nativeMemory(GraphData data) {
        long needed = PageRank.heap(data.nodes(), parameters.neighbours());
        long most = Runtime.getRuntime().maxMemory();
        if (needed > most) {
            throw new InputException("Model 'gndnets.gdc' needs about " + (needed >> 20) + " MiB of Java heap to diffuse the " + data.nodes() + " nodes of '" + data.name() + "', more than the "
                    + (most >> 20) + " MiB there are. Give Java more (JAVA_OPTS=-Xmx…) or keep fewer neighbours than " + parameters.neighbours());
        }
        return super.nativeMemory(data);
    }

    @Override
    SDVariable scores(GraphData data, Wanted wanted, Dropping dropping, Weights weights) {
        return GcnModel.scores(data, diffused(data), parameters.layers(), parameters.hidden(), wanted, dropping, weights);
    }

    /** Worked out once for the networks of training and evaluation. */
    private CsrMatrix diffused(GraphData data) {
        if (diffused == null) {
            diffused = new PageRank(NodeMatrices.convolution(data), parameters.restart()).greatest(parameters.neighbours());
        }
        return diffused;
    }
}
