package org.espalier.graphfm.internal.model;

import java.util.ArrayList;
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
 * Compressed interaction network (Lian et al., arXiv 1803.05170), linear and without splitting: X^k_h = sum over i, m of W^k_h,im (X^(k-1)_i * X^0_m); each map is summed over the
 * embedding's width, and one unit looks at all sums. With {@code lin} of {@link FmModel}; with {@code hidden}, xDeepFM, which adds a perceptron. W^k is {@code cin.k}, of row i M + m.
 */
@ModelExtension(id = "graphfm.xdeepfm", title = "xDeepFM; CIN without hidden layers", data = FieldData.KIND, form = MiniBatchModel.FORM, predicts = Predictions.ClassScores.KIND)
public final class XDeepFmModel extends FieldModel {
    private final Parameters parameters;
    private final Perceptron perceptron;

    /** What a user can set. */
    record Parameters(
            @Param(value = "Width of the embedding, d", def = "16", min = 1) int embedding,
            @Param(value = "Maps of each layer of the interaction network", def = "100, 100", min = 1) List<Integer> maps,
            @Param(value = "Width of each hidden layer of the perceptron; none leaves the interaction network alone", def = "", min = 1) List<Integer> hidden,
            @Param(value = "Probability of dropping an element of the embedding in training", def = "0", min = 0, max = 1, maxExclusive = true) double embeddingDropout,
            @Param(value = "Probability of dropping a unit of the perceptron in training", def = "0", min = 0, max = 1, maxExclusive = true) double dropout) {
        Parameters {
            maps = List.copyOf(maps);
            hidden = List.copyOf(hidden);
            if (maps.isEmpty()) {
                throw new InputException("graphfm.xdeepfm needs an interaction network, but 'maps' is empty: give the number of maps of one layer or more");
            }
        }
    }

    @Inject
    XDeepFmModel(Parameters parameters, RandomSource random) {
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
        long in = fields;
        long maps = 0;
        long products = 0;
        for (int out : parameters.maps()) {
            maps += in * fields * out;
            products += parameters.embedding() * (4 * in * fields + 4L * out);
            in = out;
        }
        return new Footprint((parameters.embedding() + 1L) * features + mlp + maps, products + 14L * fields * parameters.embedding());
    }

    @Override
    SDVariable logits(FieldInputs inputs, Weights weights, Dropping dropping) {
        SDVariable e = dropping.of(inputs.embedded("emb", parameters.embedding(), weights), parameters.embeddingDropout(), "embedding"); // [B, M, d]
        int width = inputs.fields() * parameters.embedding();
        SDVariable flat = e.reshape(inputs.batch(), width);
        SDVariable logit = inputs.linear("lin.", weights).add(interaction(e, inputs, weights));
        return perceptron.isPresent() ? logit.add(Dense.withoutBias(perceptron.of(flat, width, "mlp.l", weights, dropping), perceptron.width(), 1, "out", weights)) : logit;
    }

    private SDVariable interaction(SDVariable e, FieldInputs inputs, Weights weights) {
        int d = parameters.embedding();
        int batch = inputs.batch();
        SDVariable first = e.permute(0, 2, 1); // [B, d, M]
        SDVariable x = first;
        int in = inputs.fields();
        List<SDVariable> sums = new ArrayList<>();
        for (int layer = 0; layer < parameters.maps().size(); layer++) {
            int out = parameters.maps().get(layer);
            SDVariable products = x.reshape(batch, d, in, 1).mul(first.reshape(batch, d, 1, inputs.fields()));
            SDVariable maps = products.reshape((long) batch * d, (long) in * inputs.fields()).mmul(weights.matrix("cin." + layer, in * inputs.fields(), out));
            x = maps.reshape(batch, d, out);
            sums.add(x.sum(false, 1)); // [B, out]
            in = out;
        }
        SDVariable all = sums.size() == 1 ? sums.get(0) : e.getSameDiff().concat(1, sums.toArray(SDVariable[]::new));
        return Dense.of(all, parameters.maps().stream().mapToInt(Integer::intValue).sum(), 1, "cout", weights);
    }
}
