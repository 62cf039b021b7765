package org.espalier.gndnets.internal.decoupled;

import java.util.Optional;
import java.util.OptionalLong;

import org.espalier.api.config.Param;
import org.espalier.api.extension.ModelExtension;
import org.espalier.api.inspection.Inspector;
import org.espalier.api.metric.Predictions;
import org.espalier.api.tensor.CsrMatrix;
import org.espalier.data.graph.GraphData;
import org.espalier.data.graph.GraphMatrices;
import org.espalier.gndnets.internal.data.NeededFeatures;

import jakarta.inject.Inject;

/** The features of 1 to K hops, P^k X with P = D^-1 (A + I) and each row of X divided by its sum: what graph neural diffusion mixes (arXiv 2201.09698). */
@ModelExtension(id = "gndnets.hops", title = "Features diffused over 1 to K hops, for decoupled training", data = GraphData.KIND, form = HopSource.FORM, predicts = Predictions.ClassScores.KIND)
public final class HopModel implements HopSource {
    private final Parameters parameters;

    /** What a user can set. */
    record Parameters(@Param(value = "Hops, K", def = "20", min = 1, unit = "hops") int hops) {
    }

    @Inject
    HopModel(Parameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public OptionalLong nativeMemory(GraphData data) {
        NeededFeatures.of(data);
        return OptionalLong.of(3L * Float.BYTES * data.nodes() * ColumnBlocks.of(data.nodes(), data.features().cols()).widest());
    }

    @Override
    public Optional<Inspector> inspector(GraphData data) {
        return Optional.of(new DiffusionInspector());
    }

    @Override
    public CsrMatrix transition(GraphData data) {
        return GraphMatrices.transition(data.adjacency());
    }

    @Override
    public CsrMatrix features(GraphData data) {
        return GraphMatrices.rowNormalised(data.features());
    }

    @Override
    public int hops() {
        return parameters.hops();
    }
}
