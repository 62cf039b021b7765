package org.espalier.graphfm.internal.model;

import java.util.List;

import org.espalier.api.config.Param;
import org.espalier.api.error.InputException;
import org.espalier.api.extension.ModelExtension;
import org.espalier.api.metric.Predictions;
import org.espalier.api.model.MiniBatchModel;
import org.espalier.api.run.RandomSource;
import org.espalier.data.field.FieldData;
import org.nd4j.autodiff.samediff.SDIndex;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

import jakarta.inject.Inject;

/**
 * Fi-GNN (Li et al., arXiv 1910.05552) as its repository has it: one layer of {@link SelfAttention} gives h0, then messages pass on the complete graph of fields.
 *
 * <pre>
 * m_i = s_i Wout_i,  x_i = ( sum_j m_j - m_i ) Win_i
 * r, u = sigmoid( [x, s] G + g ),  c = tanh( [x, r * s] C + c0 )          shared by all fields and steps
 * s <- h0 + u * s + (1 - u) * c
 * </pre>
 *
 * One unit on all fields of the last s. The paper's attentional edge weights and read-out are not in it. Wout and Win of step k are {@code w_out.k} and {@code w_in.k}; G, g, C, c0 are {@code gate_w},
 * {@code gate_b}, {@code cand_w}, {@code cand_b}.
 */
@ModelExtension(id = "graphfm.fignn", title = "Fi-GNN, as in its repository", data = FieldData.KIND, form = MiniBatchModel.FORM, predicts = Predictions.ClassScores.KIND)
public final class FiGnnModel extends FieldModel {
    private final Parameters parameters;

    /** What a user can set. */
    record Parameters(
            @Param(value = "Width of the embedding, d", def = "16", min = 1) int embedding,
            @Param(value = "Width of the messages in each step; the last is the width D of the fields, so steps are one fewer", def = "64, 64, 64", min = 1) List<Integer> widths,
            @Param(value = "Heads of attention, which must divide D", def = "2", min = 1) int heads,
            @Param(value = "Probability of dropping an element of the embedding in training", def = "0", min = 0, max = 1, maxExclusive = true) double embeddingDropout,
            @Param(value = "Probability of dropping an attention weight in training", def = "0", min = 0, max = 1, maxExclusive = true) double attentionDropout) {
        Parameters {
            widths = List.copyOf(widths);
            if (widths.isEmpty()) {
                throw new InputException("graphfm.fignn needs at least one layer, but 'widths' is empty: give a width for each");
            }
            Heads.check("graphfm.fignn", heads, widths.subList(widths.size() - 1, widths.size()));
        }
    }

    @Inject
    FiGnnModel(Parameters parameters, RandomSource random) {
        super(random);
        this.parameters = parameters;
    }

    @Override
    Footprint footprint(int features, int fields) {
        int d = last();
        long steps = parameters.widths().size() - 1L;
        return new Footprint((long) parameters.embedding() * features + 2 * steps * fields * d * d + 6L * d * d,
                12L * fields * parameters.embedding() + SelfAttention.perRow(fields, d, parameters.heads()) + steps * fields * d * 24);
    }

    @Override
    SDVariable logits(FieldInputs inputs, Weights weights, Dropping dropping) {
        SDVariable e = dropping.of(inputs.embedded("emb", parameters.embedding(), weights), parameters.embeddingDropout(), "embedding"); // [B, M, d]
        int d = last();
        SDVariable h0 = new SelfAttention(parameters.heads(), parameters.attentionDropout()).of(e, parameters.embedding(), d, "att", inputs, weights, dropping);
        SDVariable start = h0.permute(1, 0, 2); // [M, B, D]
        Gate gate = new Gate(weights, d, inputs.fields(), inputs.batch());
        SDVariable s = start;
        for (int step = 0; step < parameters.widths().size() - 1; step++) {
            s = start.add(gate.of(messages(s, inputs.fields(), step, weights), s));
        }
        return Dense.readOut(s.permute(1, 0, 2).reshape(inputs.batch(), (long) inputs.fields() * d), inputs.fields() * d, weights);
    }

    /** D. */
    private int last() {
        return parameters.widths().get(parameters.widths().size() - 1);
    }

    /** What each field hears of the others: [M, B, D]. */
    private SDVariable messages(SDVariable s, int fields, int step, Weights weights) {
        int width = parameters.widths().get(step);
        SDVariable m = s.mmul(weights.matrices("w_out." + step, fields, last(), width));
        return m.sum(true, 0).sub(m).mmul(weights.matrices("w_in." + step, fields, width, last()));
    }

    /** The recurrent unit. */
    private static final class Gate {
        private final int d;
        private final int fields;
        private final int batch;
        private final SDVariable gateWeights;
        private final SDVariable gateBias;
        private final SDVariable candidateWeights;
        private final SDVariable candidateBias;

        Gate(Weights weights, int d, int fields, int batch) {
            this.d = d;
            this.fields = fields;
            this.batch = batch;
            this.gateWeights = weights.matrix("gate_w", 2 * d, 2 * d);
            this.gateBias = weights.ones("gate_b", 2 * d);
            this.candidateWeights = weights.matrix("cand_w", 2 * d, d);
            this.candidateBias = weights.zeros("cand_b", d);
        }

        SDVariable of(SDVariable heard, SDVariable state) {
            SameDiff graph = state.getSameDiff();
            long rows = (long) fields * batch;
            SDVariable x = heard.reshape(rows, d);
            SDVariable s = state.reshape(rows, d);
            SDVariable gates = graph.nn().sigmoid(graph.concat(1, x, s).mmul(gateWeights).add(gateBias));
            SDVariable reset = gates.get(SDIndex.all(), SDIndex.interval(0, d));
            SDVariable update = gates.get(SDIndex.all(), SDIndex.interval(d, 2 * d));
            SDVariable candidate = graph.math().tanh(graph.concat(1, x, reset.mul(s)).mmul(candidateWeights).add(candidateBias));
            return update.mul(s).add(update.rsub(1).mul(candidate)).reshape(fields, batch, d);
        }
    }
}
