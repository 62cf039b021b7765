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
 * Attentional factorization machine (Xiao et al., arXiv 1708.04617): logit = lin + p . sum over i < j of a_ij (e_i * e_j), a = softmax over the pairs of
 * h . relu( (e_i * e_j) att.w + att.b ). h and p are the parameters {@code h.w} and {@code p.w}; lin is that of {@link FmModel}.
 */
@ModelExtension(id = "graphfm.afm", title = "Attentional factorization machine", data = FieldData.KIND, form = MiniBatchModel.FORM, predicts = Predictions.ClassScores.KIND)
public final class AfmModel extends FieldModel {
    private final Parameters parameters;

    /** What a user can set. */
    record Parameters(
            @Param(value = "Width of the embedding, d", def = "16", min = 1) int embedding,
            @Param(value = "Width of the attention network", def = "16", min = 1) int attention,
            @Param(value = "Probability of dropping an element of the embedding in training", def = "0", min = 0, max = 1, maxExclusive = true) double embeddingDropout,
            @Param(value = "Probability of dropping an element of the attended product in training", def = "0", min = 0, max = 1, maxExclusive = true) double dropout) {
    }

    @Inject
    AfmModel(Parameters parameters, RandomSource random) {
        super(random);
        this.parameters = parameters;
    }

    @Override
    Footprint footprint(int features, int fields) {
        long pairs = fields * (fields - 1L) / 2;
        return new Footprint((parameters.embedding() + 1L) * features, 14L * fields * parameters.embedding() + pairs * (6L * parameters.embedding() + 4L * parameters.attention()));
    }

    @Override
    SDVariable logits(FieldInputs inputs, Weights weights, Dropping dropping) {
        SDVariable e = dropping.of(inputs.embedded("emb", parameters.embedding(), weights), parameters.embeddingDropout(), "embedding"); // [B, M, d]
        Pairs pairs = new Pairs(inputs.fields());
        SDVariable products = pairs.products(e, weights); // [B, P, d]
        SDVariable attended = products.mul(attention(products, pairs, inputs.batch(), weights)).sum(false, 1);
        return inputs.linear("lin.", weights).add(Dense.withoutBias(dropping.of(attended, parameters.dropout(), "attended"), parameters.embedding(), 1, "p", weights));
    }

    /** Weights of the pairs, [B, P, 1]. */
    private SDVariable attention(SDVariable products, Pairs pairs, int batch, Weights weights) {
        int d = parameters.embedding();
        SDVariable hidden = Dense.of(products.reshape((long) batch * pairs.count(), d), d, parameters.attention(), "att", weights);
        SDVariable scores = Dense.withoutBias(hidden.getSameDiff().nn().relu(hidden, 0), parameters.attention(), 1, "h", weights);
        return scores.getSameDiff().nn().softmax(scores.reshape(batch, pairs.count()), -1).reshape(batch, pairs.count(), 1);
    }
}
