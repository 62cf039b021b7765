package org.espalier.graphfm.internal.model;

import java.util.List;

import org.espalier.api.config.Param;
import org.espalier.api.extension.ModelExtension;
import org.espalier.api.metric.Predictions;
import org.espalier.api.model.MiniBatchModel;
import org.espalier.api.run.RandomSource;
import org.espalier.data.field.FieldData;
import org.nd4j.autodiff.samediff.SDVariable;

import jakarta.inject.Inject;

/**
 * Deep and cross network (Wang et al., arXiv 1708.05123): x_(l+1) = x_0 (x_l . w_l) + b_l + x_l on the embeddings side by side, and a perceptron on the same; one unit
 * on both. Without {@code hidden} this is the cross network alone. w_l and b_l are the parameters {@code cw.l} and {@code cb.l}.
 */
@ModelExtension(id = "graphfm.dcn", title = "Deep and cross network; CrossNet without hidden layers", data = FieldData.KIND, form = MiniBatchModel.FORM, predicts = Predictions.ClassScores.KIND)
public final class DcnModel extends FieldModel {
    private final Parameters parameters;
    private final Perceptron perceptron;

    /** What a user can set. */
    record Parameters(
            @Param(value = "Width of the embedding, d", def = "16", min = 1) int embedding,
            @Param(value = "Cross layers", def = "3", min = 1, unit = "layers") int cross,
            @Param(value = "Width of each hidden layer of the perceptron; none leaves the cross network alone", def = "", min = 1) List<Integer> hidden,
            @Param(value = "Probability of dropping an element of the embedding in training", def = "0", min = 0, max = 1, maxExclusive = true) double embeddingDropout,
            @Param(value = "Probability of dropping a unit of the perceptron in training", def = "0", min = 0, max = 1, maxExclusive = true) double dropout) {
        Parameters {
            hidden = List.copyOf(hidden);
        }
    }

    @Inject
    DcnModel(Parameters parameters, RandomSource random) {
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
        return new Footprint((parameters.embedding() + 1L) * features + mlp, fields * parameters.embedding() * (8L + 5 * parameters.cross()) + 5L * parameters.hidden().stream().mapToInt(Integer::intValue).sum());
    }

    @Override
    SDVariable logits(FieldInputs inputs, Weights weights, Dropping dropping) {
        SDVariable e = dropping.of(inputs.embedded("emb", parameters.embedding(), weights), parameters.embeddingDropout(), "embedding"); // [B, M, d]
        int width = inputs.fields() * parameters.embedding();
        SDVariable flat = e.reshape(inputs.batch(), width);
        SDVariable crossed = crossed(flat, width, weights);
        if (!perceptron.isPresent()) {
            return Dense.of(crossed, width, 1, "out", weights);
        }
        SDVariable both = e.getSameDiff().concat(1, crossed, perceptron.of(flat, width, "mlp.l", weights, dropping));
        return Dense.of(both, width + perceptron.width(), 1, "out", weights);
    }

    private SDVariable crossed(SDVariable flat, int width, Weights weights) {
        SDVariable x = flat;
        for (int layer = 0; layer < parameters.cross(); layer++) {
            SDVariable w = weights.column("cw." + layer, width).reshape(width, 1);
            x = flat.mul(x.mmul(w)).add(weights.zeros("cb." + layer, width)).add(x);
        }
        return x;
    }
}
