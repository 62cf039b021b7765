package org.espalier.graphfm.internal.model;

import org.espalier.api.compute.op.PairSum;
import org.espalier.api.config.Param;
import org.espalier.api.extension.ModelExtension;
import org.espalier.api.metric.Predictions;
import org.espalier.api.model.MiniBatchModel;
import org.espalier.api.run.RandomSource;
import org.espalier.data.field.FieldData;
import org.nd4j.autodiff.samediff.SDVariable;

import jakarta.inject.Inject;

/**
 * Factorization machine (Rendle, ICDM 2010): logit = lin + sum over i < j of e_i . e_j, lin = sum over j of w_j + b. E is the parameter {@code emb}; w and b are
 * {@code lin.emb} and {@code lin.b}.
 */
@ModelExtension(id = "graphfm.fm", title = "Factorization machine", data = FieldData.KIND, form = MiniBatchModel.FORM, predicts = Predictions.ClassScores.KIND)
public final class FmModel extends FieldModel {
    private final Parameters parameters;

    /** What a user can set. */
    record Parameters(
            @Param(value = "Width of the embedding, d", def = "16", min = 1) int embedding,
            @Param(value = "Probability of dropping an element of the embedding in training", def = "0", min = 0, max = 1, maxExclusive = true) double embeddingDropout) {
    }

    @Inject
    FmModel(Parameters parameters, RandomSource random) {
        super(random);
        this.parameters = parameters;
    }

    @Override
    Footprint footprint(int features, int fields) {
        return new Footprint((parameters.embedding() + 1L) * features, 7L * fields * parameters.embedding());
    }

    @Override
    SDVariable logits(FieldInputs inputs, Weights weights, Dropping dropping) {
        SDVariable e = dropping.of(inputs.embedded("emb", parameters.embedding(), weights), parameters.embeddingDropout(), "embedding"); // [B, M, d]
        return inputs.linear("lin.", weights).add(PairSum.of(e).sum(true, 1));
    }
}
