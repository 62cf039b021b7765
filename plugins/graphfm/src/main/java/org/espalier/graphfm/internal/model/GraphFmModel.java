package org.espalier.graphfm.internal.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.espalier.api.error.InputException;
import org.espalier.api.extension.ModelExtension;
import org.espalier.api.inspection.Inspector;
import org.espalier.api.metric.Predictions;
import org.espalier.api.model.MiniBatchModel;
import org.espalier.api.run.RandomSource;
import org.espalier.data.field.FieldData;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

import jakarta.inject.Inject;

/**
 * Graph factorization machine (Wu, Li, Su, Cui, Zhang and Wang, arXiv 2105.11866; details after the official code): the fields of a row are the nodes of a graph. In each layer a
 * field selects its most useful neighbours and aggregates its products with them by attention.
 *
 * <pre>
 * q_ij     = h_i * h_j                                                      element-wise, j = i included
 * s_ij     = sigmoid( relu(q_ij sel_w1 + sel_b1) sel_w2 + sel_b2 )          metric function
 * p_ij     = s_ij if among the m_k largest of row i, else 0
 * a_ij     = relu( q_ij att_w + att_b )                                     for each head
 * alpha_i  = softmax over j of p_ij a_ij                                    mode=strict: over the selected j only
 * u_i      = heads side by side of ( h_i * sum_j alpha_ij h_j ) W_i
 * h'_i     = layer norm( relu( u_i + relu(h_i R_i + r_i) ) )
 * logit    = mean over i of [h_i^1, ..., h_i^K] . w + b
 * </pre>
 *
 * <table>
 * <caption>Symbols</caption>
 * <tr><td>B, M, n</td><td>rows of a batch, fields, features</td></tr>
 * <tr><td>d, d_k, H, m_k</td><td>{@code embedding}, {@code widths}, {@code heads}, {@code neighbours}</td></tr>
 * <tr><td>E [n, d]</td><td>parameter {@code emb}</td></tr>
 * <tr><td>W_i, R_i, r_i, gamma_i, beta_i of layer k</td><td>row i of {@code layers.k.w}, {@code res_w}, {@code res_b}, {@code gamma}, {@code beta}, k from 0</td></tr>
 * <tr><td>sel_w1, sel_b1, sel_w2, sel_b2, att_w, att_b</td><td>the same, shared by all fields of a layer</td></tr>
 * <tr><td>w, b</td><td>{@code out_w}, {@code out_b}</td></tr>
 * </table>
 */
@ModelExtension(id = "graphfm.graphfm", title = "Graph factorization machine", data = FieldData.KIND, form = MiniBatchModel.FORM, predicts = Predictions.ClassScores.KIND)
public final class GraphFmModel extends FieldModel {
    private static final String DEEP = "mlp.l";

    private final GraphSettings settings;
    private final Perceptron deep;

    @Inject
    GraphFmModel(GraphSettings settings, RandomSource random) {
        super(random);
        this.settings = settings;
        this.deep = new Perceptron(settings.deep(), settings.deepDropout());
    }

    @Override
    void check(FieldData data) {
        int fields = data.fields().size();
        for (int layer = 0; layer < settings.widths().size(); layer++) {
            int keep = settings.neighbours(layer, fields);
            if (keep > fields) {
                throw new InputException("graphfm.graphfm is to keep " + keep + " neighbours in layer " + (layer + 1) + ", but " + data.name() + " has " + fields
                        + " fields: choose 'neighbours' in 1 to " + fields);
            }
        }
    }

    @Override
    Footprint footprint(int features, int fields) {
        return GraphFootprint.of(settings, features, fields);
    }

    @Override
    SDVariable logits(FieldInputs inputs, Weights weights, Dropping dropping) {
        SDVariable e = dropping.of(inputs.embedded("emb", settings.embedding(), weights), settings.embeddingDropout(), "embedding"); // [B, M, d]
        SDVariable[] h = layers(e, inputs, weights, dropping).stream().map(GraphLayer.Result::h).toArray(SDVariable[]::new);
        SDVariable mean = (h.length == 1 ? h[0] : e.getSameDiff().concat(2, h)).mean(false, 0); // [B, sum of widths]
        SDVariable logit = Dense.readOut(mean, settings.widths().stream().mapToInt(Integer::intValue).sum(), weights);
        return deep.isPresent() ? logit.add(deep(e, inputs, weights, dropping)) : logit;
    }

    /** All layers, on e [B, M, d]. */
    List<GraphLayer.Result> layers(SDVariable e, FieldInputs inputs, Weights weights, Dropping dropping) {
        List<GraphLayer.Result> made = new ArrayList<>();
        SDVariable h = e;
        int in = settings.embedding();
        for (int k = 0; k < settings.widths().size(); k++) {
            int out = settings.widths().get(k);
            GraphLayer layer = new GraphLayer(settings, inputs.fields(), inputs.batch(), prefix(k), weights, dropping);
            made.add(layer.of(h, in, out, settings.neighbours(k, inputs.fields())));
            h = made.get(k).h().permute(1, 0, 2); // [B, M, out]
            in = out;
        }
        return made;
    }

    private SDVariable deep(SDVariable e, FieldInputs inputs, Weights weights, Dropping dropping) {
        int in = inputs.fields() * settings.embedding();
        SDVariable last = deep.of(e.reshape(inputs.batch(), in), in, DEEP, weights, dropping);
        return Dense.of(last, deep.width(), 1, "mlp.out", weights);
    }

    @Override
    Optional<SDVariable> penalty(Weights weights) {
        if (!deep.isPresent() || settings.deepL2() == 0) {
            return Optional.empty();
        }
        return weights.matricesOf(DEEP).stream().map(matrix -> matrix.mul(matrix).sum()).reduce(SDVariable::add).map(squares -> squares.mul(settings.deepL2() / 2));
    }

    @Override
    Map<String, SDVariable> watched(SameDiff graph) {
        Map<String, SDVariable> edges = new LinkedHashMap<>();
        for (int k = 0; k < settings.widths().size() && settings.selection(); k++) {
            edges.put(EdgeWeights.layer(k), graph.getVariable(prefix(k) + Selection.EDGES));
        }
        return edges;
    }

    private static String prefix(int layer) {
        return "layers." + layer + ".";
    }

    @Override
    public Optional<Inspector> inspector(FieldData data) {
        return settings.selection() ? Optional.of(new EdgeWeights(data, settings.widths().size(), settings.shownRows())) : Optional.empty();
    }
}
