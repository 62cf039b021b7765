package org.espalier.graphfm.internal.model;

import org.espalier.api.compute.op.PairPerceptron;
import org.espalier.api.config.Param;
import org.espalier.api.error.InputException;
import org.espalier.api.extension.ModelExtension;
import org.espalier.api.metric.Predictions;
import org.espalier.api.model.MiniBatchModel;
import org.espalier.api.run.RandomSource;
import org.espalier.data.field.FieldData;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.factory.Nd4j;

import jakarta.inject.Inject;

/**
 * Attentional factorization machine (Xiao et al., arXiv 1708.04617): logit = lin + p . sum over i < j of a_ij (e_i * e_j), a = softmax over the pairs of
 * h . relu( (e_i * e_j) att.w + att.b ). h and p are the parameters {@code h.w} and {@code p.w}; lin is that of {@link FmModel}. The sum is that over i of e_i * (sum over j of a_ij e_j / 2), which needs
 * no tensor of all products.
 */
@ModelExtension(id = "graphfm.afm", title = "Attentional factorization machine", data = FieldData.KIND, form = MiniBatchModel.FORM, predicts = Predictions.ClassScores.KIND)
public final class AfmModel extends FieldModel {
    /** Added to the score of a field and itself. */
    private static final double NEVER = -1e9;

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
        return new Footprint((parameters.embedding() + 1L) * features, 14L * fields * parameters.embedding() + 6L * fields * fields);
    }

    @Override
    void check(FieldData data) {
        if (data.fields().size() < 2) {
            throw new InputException("graphfm.afm weighs pairs of fields, but " + data.name() + " has one field only: use graphfm.lr");
        }
    }

    @Override
    SDVariable logits(FieldInputs inputs, Weights weights, Dropping dropping) {
        SDVariable e = dropping.of(inputs.embedded("emb", parameters.embedding(), weights), parameters.embeddingDropout(), "embedding"); // [B, M, d]
        SDVariable attended = e.mul(attention(e, inputs, weights).mmul(e)).sum(false, 1);
        return inputs.linear("lin.", weights).add(Dense.withoutBias(dropping.of(attended, parameters.dropout(), "attended"), parameters.embedding(), 1, "p", weights));
    }

    /** Half the weight of each pair at (i, j) and half at (j, i), [B, M, M]. A field and itself are no pair. */
    private SDVariable attention(SDVariable e, FieldInputs inputs, Weights weights) {
        int fields = inputs.fields();
        SDVariable hidden = weights.matrix("att.w", parameters.embedding(), parameters.attention());
        SDVariable bias = weights.zeros("att.b", parameters.attention());
        SDVariable scores = PairPerceptron.of(e, hidden, bias, weights.matrix("h.w", parameters.attention(), 1)).reshape(inputs.batch(), (long) fields * fields);
        SDVariable never = weights.graph().constant(Nd4j.eye(fields).muli(NEVER).reshape(1, (long) fields * fields).castTo(weights.type()));
        return weights.graph().nn().softmax(scores.add(never), -1).reshape(inputs.batch(), fields, fields);
    }
}
