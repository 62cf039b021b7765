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
 * Higher-order factorization machine (Blondel et al., arXiv 1607.07195) of order 3: the logit of {@link FmModel} plus sum over i < j < k of f_i . f_j . f_k with embeddings f of
 * their own ({@code emb3}), by power sums: ( s1^3 - 3 s1 s2 + 2 s3 ) / 6.
 */
@ModelExtension(id = "graphfm.hofm", title = "Higher-order factorization machine, third order", data = FieldData.KIND, form = MiniBatchModel.FORM, predicts = Predictions.ClassScores.KIND)
public final class HofmModel extends FieldModel {
    private final Parameters parameters;

    /** What a user can set. */
    record Parameters(
            @Param(value = "Width of the embedding, d", def = "16", min = 1) int embedding,
            @Param(value = "Probability of dropping an element of the embedding in training", def = "0", min = 0, max = 1, maxExclusive = true) double embeddingDropout) {
    }

    @Inject
    HofmModel(Parameters parameters, RandomSource random) {
        super(random);
        this.parameters = parameters;
    }

    @Override
    Footprint footprint(int features, int fields) {
        return new Footprint((2L * parameters.embedding() + 1) * features, 15L * fields * parameters.embedding());
    }

    @Override
    SDVariable logits(FieldInputs inputs, Weights weights, Dropping dropping) {
        SDVariable e = dropping.of(inputs.embedded("emb", parameters.embedding(), weights), parameters.embeddingDropout(), "embedding"); // [B, M, d]
        SDVariable f = dropping.of(inputs.embedded("emb3", parameters.embedding(), weights), parameters.embeddingDropout(), "embedding 3");
        SDVariable pairs = PairSum.of(e).sum(true, 1);
        return inputs.linear("lin.", weights).add(pairs).add(triples(f).sum(true, 1));
    }

    /** The elementary symmetric polynomial of degree 3 over the fields: [B, d] from [B, M, d]. */
    private static SDVariable triples(SDVariable f) {
        SDVariable squares = f.mul(f);
        SDVariable s1 = f.sum(false, 1);
        SDVariable s2 = squares.sum(false, 1);
        SDVariable s3 = squares.mul(f).sum(false, 1);
        return s1.mul(s1).mul(s1).sub(s1.mul(s2).mul(3)).add(s3.mul(2)).div(6);
    }
}
