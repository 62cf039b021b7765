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
 * AutoInt (Song et al., arXiv 1810.11921): layers of {@link SelfAttention}, one unit on all fields of the last. With {@code hidden}, AutoInt+, which adds the logit of a perceptron on
 * the embeddings.
 */
@ModelExtension(id = "graphfm.autoint", title = "AutoInt; AutoInt+ with hidden layers", data = FieldData.KIND, form = MiniBatchModel.FORM, predicts = Predictions.ClassScores.KIND)
public final class AutoIntModel extends FieldModel {
    private final Parameters parameters;
    private final Perceptron perceptron;

    /** What a user can set. */
    record Parameters(
            @Param(value = "Width of the embedding, d", def = "16", min = 1) int embedding,
            @Param(value = "Width of each layer", def = "64, 64, 64", min = 1) List<Integer> widths,
            @Param(value = "Heads of attention, which must divide every width", def = "2", min = 1) int heads,
            @Param(value = "Width of each hidden layer of the perceptron; none for plain AutoInt", def = "", min = 1) List<Integer> hidden,
            @Param(value = "Probability of dropping an element of the embedding in training", def = "0", min = 0, max = 1, maxExclusive = true) double embeddingDropout,
            @Param(value = "Probability of dropping an attention weight in training", def = "0", min = 0, max = 1, maxExclusive = true) double attentionDropout,
            @Param(value = "Probability of dropping a unit of the perceptron in training", def = "0", min = 0, max = 1, maxExclusive = true) double dropout) {
        Parameters {
            widths = List.copyOf(widths);
            hidden = List.copyOf(hidden);
            if (widths.isEmpty()) {
                throw new InputException("graphfm.autoint needs at least one layer, but 'widths' is empty: give a width for each");
            }
            Heads.check("graphfm.autoint", heads, widths);
        }
    }

    @Inject
    AutoIntModel(Parameters parameters, RandomSource random) {
        super(random);
        this.parameters = parameters;
        this.perceptron = new Perceptron(parameters.hidden(), parameters.dropout());
    }

    @Override
    Footprint footprint(int features, int fields) {
        long before = fields * (long) parameters.embedding();
        long mlp = 0;
        for (int width : parameters.hidden()) {
            mlp += before * width;
            before = width;
        }
        long in = parameters.embedding();
        long attention = 0;
        long perRow = 12L * fields * parameters.embedding();
        for (int out : parameters.widths()) {
            attention += 4 * in * out;
            perRow += SelfAttention.perRow(fields, out, parameters.heads());
            in = out;
        }
        return new Footprint((long) parameters.embedding() * features + mlp + attention, perRow + 5L * parameters.hidden().stream().mapToInt(Integer::intValue).sum());
    }

    @Override
    SDVariable logits(FieldInputs inputs, Weights weights, Dropping dropping) {
        SDVariable e = dropping.of(inputs.embedded("emb", parameters.embedding(), weights), parameters.embeddingDropout(), "embedding"); // [B, M, d]
        SDVariable h = e;
        int in = parameters.embedding();
        for (int layer = 0; layer < parameters.widths().size(); layer++) {
            int out = parameters.widths().get(layer);
            h = new SelfAttention(parameters.heads(), parameters.attentionDropout()).of(h, in, out, "att." + layer, inputs, weights, dropping);
            in = out;
        }
        SDVariable logit = Dense.readOut(h.reshape(inputs.batch(), (long) inputs.fields() * in), inputs.fields() * in, weights);
        return perceptron.isPresent() ? logit.add(deep(e, inputs, weights, dropping)) : logit;
    }

    private SDVariable deep(SDVariable e, FieldInputs inputs, Weights weights, Dropping dropping) {
        int width = inputs.fields() * parameters.embedding();
        SDVariable last = perceptron.of(e.reshape(inputs.batch(), width), width, "mlp.l", weights, dropping);
        return Dense.of(last, perceptron.width(), 1, "mlp.out", weights);
    }
}
