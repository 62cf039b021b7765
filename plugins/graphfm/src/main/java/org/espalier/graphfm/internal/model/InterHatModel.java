package org.espalier.graphfm.internal.model;

import java.util.List;

import org.espalier.api.config.Param;
import org.espalier.api.error.InputException;
import org.espalier.api.extension.ModelExtension;
import org.espalier.api.metric.Predictions;
import org.espalier.api.model.MiniBatchModel;
import org.espalier.api.run.RandomSource;
import org.espalier.data.field.FieldData;
import org.nd4j.autodiff.samediff.SDVariable;

import jakarta.inject.Inject;

/**
 * InterHAt (Li et al., WSDM 2020) as the GraphFM repository has it: one layer of {@link SelfAttention} gives h0; then for each order, with h starting at h0,
 *
 * <pre>
 * pr_ij = h_i * h0_j,  score_ij = relu(pr_ij V_i) q_i,  h_i <- h_i + sum_j softmax_j(score) pr_ij
 * </pre>
 *
 * One unit on all fields of the last h. V and q of order k are {@code v.k} and {@code q.k}; they belong to the field in the centre.
 */
@ModelExtension(id = "graphfm.interhat", title = "InterHAt, as in the GraphFM repository", data = FieldData.KIND, form = MiniBatchModel.FORM, predicts = Predictions.ClassScores.KIND)
public final class InterHatModel extends FieldModel {
    private final Parameters parameters;

    /** What a user can set. */
    record Parameters(
            @Param(value = "Width of the embedding, d", def = "16", min = 1) int embedding,
            @Param(value = "Width of the scores of each order; the last is the width D of the fields too", def = "64, 64, 64", min = 1) List<Integer> widths,
            @Param(value = "Heads of attention, which must divide D", def = "2", min = 1) int heads,
            @Param(value = "Probability of dropping an element of the embedding in training", def = "0", min = 0, max = 1, maxExclusive = true) double embeddingDropout,
            @Param(value = "Probability of dropping an attention weight in training", def = "0", min = 0, max = 1, maxExclusive = true) double attentionDropout) {
        Parameters {
            widths = List.copyOf(widths);
            if (widths.isEmpty()) {
                throw new InputException("graphfm.interhat needs at least one layer, but 'widths' is empty: give a width for each");
            }
            Heads.check("graphfm.interhat", heads, widths.subList(widths.size() - 1, widths.size()));
        }
    }

    @Inject
    InterHatModel(Parameters parameters, RandomSource random) {
        super(random);
        this.parameters = parameters;
    }

    @Override
    Footprint footprint(int features, int fields) {
        long d = parameters.widths().get(parameters.widths().size() - 1);
        long inner = parameters.widths().stream().mapToInt(Integer::intValue).sum();
        return new Footprint((long) parameters.embedding() * features + fields * d * inner + 4 * d * parameters.embedding(),
                12L * fields * parameters.embedding() + SelfAttention.perRow(fields, (int) d, parameters.heads()) + (long) fields * fields * (4 * inner + 4 * d * parameters.widths().size()));
    }

    @Override
    SDVariable logits(FieldInputs inputs, Weights weights, Dropping dropping) {
        SDVariable e = dropping.of(inputs.embedded("emb", parameters.embedding(), weights), parameters.embeddingDropout(), "embedding"); // [B, M, d]
        int d = parameters.widths().get(parameters.widths().size() - 1);
        SDVariable h0 = new SelfAttention(parameters.heads(), parameters.attentionDropout()).of(e, parameters.embedding(), d, "att", inputs, weights, dropping);
        SDVariable h = h0;
        for (int order = 0; order < parameters.widths().size(); order++) {
            SDVariable scores = scores(h, h0, d, order, inputs, weights);
            SDVariable attention = dropping.of(h.getSameDiff().nn().softmax(scores, -1), parameters.attentionDropout(), "order " + order);
            h = h.add(h.mul(attention.mmul(h0))); // sum_j a_ij h_i * h0_j = h_i * sum_j a_ij h0_j
        }
        return Dense.readOut(h.reshape(inputs.batch(), (long) inputs.fields() * d), inputs.fields() * d, weights);
    }

    /** [B, M, M]. */
    private SDVariable scores(SDVariable h, SDVariable h0, int d, int order, FieldInputs inputs, Weights weights) {
        int fields = inputs.fields();
        int batch = inputs.batch();
        int width = parameters.widths().get(order);
        SDVariable products = h.permute(1, 0, 2).reshape(fields, batch, 1, d).mul(h0.reshape(1, batch, fields, d)); // [M, B, M, D]
        SDVariable hidden = products.reshape(fields, (long) batch * fields, d).mmul(weights.matrices("v." + order, fields, d, width));
        SDVariable scores = hidden.getSameDiff().nn().relu(hidden, 0).mmul(weights.matrices("q." + order, fields, width, 1));
        return scores.reshape(fields, batch, fields).permute(1, 0, 2);
    }
}
