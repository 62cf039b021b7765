package org.espalier.graphfm.internal.model;

import org.espalier.api.config.Param;
import org.espalier.api.extension.ModelExtension;
import org.espalier.api.metric.Predictions;
import org.espalier.api.model.MiniBatchModel;
import org.espalier.api.run.RandomSource;
import org.espalier.data.field.FieldData;
import org.nd4j.autodiff.samediff.SDVariable;

import jakarta.inject.Inject;

/**
 * Deep Crossing (Shan et al., KDD 2016): residual units x <- relu( x + W2 relu(W1 x + b1) + b2 ) on the embeddings side by side, then one unit. Unit k has the
 * parameters {@code units.k.0.w}, {@code .b} (W1, b1) and {@code units.k.1.w}, {@code .b} (W2, b2).
 */
@ModelExtension(id = "graphfm.deepcrossing", title = "Deep Crossing", data = FieldData.KIND, form = MiniBatchModel.FORM, predicts = Predictions.ClassScores.KIND)
public final class DeepCrossingModel extends FieldModel {
    private final Parameters parameters;

    /** What a user can set. */
    record Parameters(
            @Param(value = "Width of the embedding, d", def = "16", min = 1) int embedding,
            @Param(value = "Residual units", def = "4", min = 1) int units,
            @Param(value = "Width inside each unit", def = "100", min = 1) int inner,
            @Param(value = "Probability of dropping an element of the embedding in training", def = "0", min = 0, max = 1, maxExclusive = true) double embeddingDropout) {
    }

    @Inject
    DeepCrossingModel(Parameters parameters, RandomSource random) {
        super(random);
        this.parameters = parameters;
    }

    @Override
    Footprint footprint(int features, int fields) {
        long width = fields * (long) parameters.embedding();
        return new Footprint((long) parameters.embedding() * features + 2 * width * parameters.inner() * parameters.units(), width * (8 + 5L * parameters.units()) + 4L * parameters.inner() * parameters.units());
    }

    @Override
    SDVariable logits(FieldInputs inputs, Weights weights, Dropping dropping) {
        SDVariable e = dropping.of(inputs.embedded("emb", parameters.embedding(), weights), parameters.embeddingDropout(), "embedding"); // [B, M, d]
        int width = inputs.fields() * parameters.embedding();
        SDVariable flat = e.reshape(inputs.batch(), width);
        SDVariable x = flat;
        for (int unit = 0; unit < parameters.units(); unit++) {
            x = unit(x, width, "units." + unit, weights);
        }
        return Dense.of(x, width, 1, "out", weights);
    }

    private SDVariable unit(SDVariable x, int width, String name, Weights weights) {
        SDVariable sum = Dense.of(x, width, parameters.inner(), name + ".0", weights);
        SDVariable inner = sum.getSameDiff().nn().relu(sum, 0);
        return x.getSameDiff().nn().relu(x.add(Dense.of(inner, parameters.inner(), width, name + ".1", weights)), 0);
    }
}
