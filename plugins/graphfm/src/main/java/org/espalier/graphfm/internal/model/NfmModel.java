package org.espalier.graphfm.internal.model;

import java.util.List;

import org.espalier.api.compute.op.PairSum;
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
 * Neural factorization machine (He and Chua, arXiv 1708.05027): logit = lin + perceptron( sum over i < j of e_i * e_j ), its last unit without bias. lin is that
 * of {@link FmModel}.
 */
@ModelExtension(id = "graphfm.nfm", title = "Neural factorization machine", data = FieldData.KIND, form = MiniBatchModel.FORM, predicts = Predictions.ClassScores.KIND)
public final class NfmModel extends FieldModel {
    private final Parameters parameters;
    private final Perceptron perceptron;

    /** What a user can set. */
    record Parameters(
            @Param(value = "Width of the embedding, d", def = "16", min = 1) int embedding,
            @Param(value = "Width of each hidden layer", def = "200", min = 1) List<Integer> hidden,
            @Param(value = "Probability of dropping an element of the embedding in training", def = "0", min = 0, max = 1, maxExclusive = true) double embeddingDropout,
            @Param(value = "Probability of dropping a unit of the perceptron in training", def = "0", min = 0, max = 1, maxExclusive = true) double dropout) {
        Parameters {
            hidden = List.copyOf(hidden);
            if (hidden.isEmpty()) {
                throw new InputException("graphfm.nfm needs a perceptron, but 'hidden' is empty: give the width of one layer or more, or use graphfm.fm");
            }
        }
    }

    @Inject
    NfmModel(Parameters parameters, RandomSource random) {
        super(random);
        this.parameters = parameters;
        this.perceptron = new Perceptron(parameters.hidden(), parameters.dropout());
    }

    @Override
    Footprint footprint(int features, int fields) {
        long before = parameters.embedding();
        long mlp = 0;
        for (int width : parameters.hidden()) {
            mlp += before * width;
            before = width;
        }
        return new Footprint((parameters.embedding() + 1L) * features + mlp, 10L * fields * parameters.embedding() + 5L * parameters.hidden().stream().mapToInt(Integer::intValue).sum());
    }

    @Override
    SDVariable logits(FieldInputs inputs, Weights weights, Dropping dropping) {
        SDVariable e = dropping.of(inputs.embedded("emb", parameters.embedding(), weights), parameters.embeddingDropout(), "embedding"); // [B, M, d]
        SDVariable last = perceptron.of(PairSum.of(e), parameters.embedding(), "mlp.l", weights, dropping);
        return inputs.linear("lin.", weights).add(Dense.withoutBias(last, perceptron.width(), 1, "out", weights));
    }
}
