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
 * High-order attentive factorization machine as the GraphFM repository has it. With x^0 = e, layer k makes
 *
 * <pre>
 * x^k_i = e_i * sum over j other than i of w^k_ij * x^(k-1)_j      element-wise, w^k_i of length 1 over j in each dimension
 * </pre>
 *
 * and hands it to the next through a leaky ReLU and dropout. The logit is ( sum over i of x^K_i ) . c^K: the repository's loop overwrites the logits of lower orders, and
 * {@code orders=all} adds them up instead. There is no bias and no part linear in the features. With {@code hidden}, the logit of a perceptron on the embeddings is added.
 * w^k_ij is {@code layers.k.w[., j, i]} before it is made of length 1, where the diagonal takes no part; c^k is {@code layers.k.c.w}, k from 0.
 */
@ModelExtension(id = "graphfm.hoafm", title = "HoAFM, as in the GraphFM repository", data = FieldData.KIND, form = MiniBatchModel.FORM, predicts = Predictions.ClassScores.KIND)
public final class HoafmModel extends FieldModel {
    private static final double LEAK = 0.2;
    /** Keeps weights that are all zero from being divided by zero. */
    private static final double TINY = 1e-12;

    private final Parameters parameters;
    private final Perceptron perceptron;

    /** The layers whose logits count. */
    enum Orders { LAST, ALL }

    /** What a user can set. */
    record Parameters(
            @Param(value = "Width of the embedding, d", def = "16", min = 1) int embedding,
            @Param(value = "Layers, K; layer k holds products of k + 1 fields", def = "3", min = 1, unit = "layers") int layers,
            @Param(value = "Whether only the last layer's logit counts, as in the repository, or those of all layers", def = "last") Orders orders,
            @Param(value = "Width of each hidden layer of the perceptron; none for plain HoAFM", def = "", min = 1) List<Integer> hidden,
            @Param(value = "Probability of dropping, in training, an element of the embedding, of a layer's output and of its sum over the fields", def = "0", min = 0, max = 1, maxExclusive = true) double embeddingDropout,
            @Param(value = "Probability of dropping a unit of the perceptron in training", def = "0", min = 0, max = 1, maxExclusive = true) double dropout) {
        Parameters {
            hidden = List.copyOf(hidden);
        }
    }

    @Inject
    HoafmModel(Parameters parameters, RandomSource random) {
        super(random);
        this.parameters = parameters;
        this.perceptron = new Perceptron(parameters.hidden(), parameters.dropout());
    }

    @Override
    void check(FieldData data) {
        if (data.fields().size() < 2) {
            throw new InputException("graphfm.hoafm multiplies fields, but " + data.name() + " has one field only: use graphfm.lr");
        }
    }

    @Override
    Footprint footprint(int features, int fields) {
        long d = parameters.embedding();
        long before = fields * d;
        long mlp = 0;
        for (int width : parameters.hidden()) {
            mlp += before * width;
            before = width;
        }
        long pairs = parameters.layers() * d * fields * fields;
        return new Footprint(d * features + mlp + 2 * pairs, fields * d * (9 + 7L * parameters.layers()) + 5L * parameters.hidden().stream().mapToInt(Integer::intValue).sum());
    }

    @Override
    SDVariable logits(FieldInputs inputs, Weights weights, Dropping dropping) {
        SDVariable e = dropping.of(inputs.embedded("emb", parameters.embedding(), weights), parameters.embeddingDropout(), "embedding"); // [B, M, d]
        SDVariable logit = interaction(e.permute(2, 0, 1), inputs.fields(), weights, dropping);
        return perceptron.isPresent() ? logit.add(deep(e, inputs, weights, dropping)) : logit;
    }

    /** From e [d, B, M]: dimensions come first because each has neighbours' weights of its own. */
    private SDVariable interaction(SDVariable e, int fields, Weights weights, Dropping dropping) {
        List<SDVariable> logits = new ArrayList<>();
        SDVariable x = e;
        for (int layer = 0; layer < parameters.layers(); layer++) {
            String name = "layers." + layer;
            x = e.mul(x.mmul(neighbours(name, fields, weights)));
            boolean last = layer == parameters.layers() - 1;
            if (last || parameters.orders() == Orders.ALL) {
                SDVariable sum = dropping.of(x.sum(false, 2), parameters.embeddingDropout(), name + " sum").permute(1, 0); // [B, d]
                logits.add(Dense.withoutBias(sum, parameters.embedding(), 1, name + ".c", weights));
            }
            x = last ? x : dropping.of(e.getSameDiff().nn().leakyRelu(x, LEAK), parameters.embeddingDropout(), name);
        }
        return logits.stream().reduce(SDVariable::add).orElseThrow();
    }

    /** The weights of field j in the sum of field i, of length 1 over j: [d, M, M]. */
    private SDVariable neighbours(String name, int fields, Weights weights) {
        SDVariable others = weights.pairs(name + ".w", parameters.embedding(), fields).mul(weights.offDiagonal(fields));
        SDVariable squares = others.mul(others).sum(true, 1).add(TINY);
        return others.div(weights.graph().math().sqrt(squares));
    }

    private SDVariable deep(SDVariable e, FieldInputs inputs, Weights weights, Dropping dropping) {
        int width = inputs.fields() * parameters.embedding();
        SDVariable last = perceptron.of(e.reshape(inputs.batch(), width), width, "mlp.l", weights, dropping);
        return Dense.of(last, perceptron.width(), 1, "mlp.out", weights);
    }
}
