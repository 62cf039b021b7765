package org.espalier.graphfm.internal.model;

import org.espalier.api.compute.op.PairPerceptron;
import org.nd4j.autodiff.samediff.SDIndex;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What GraphFM asks of each pair's product q_ij = h_i * h_j: the sum inside the metric function, relu(q_ij sel_w1 + sel_b1) sel_w2, and the attention logits relu(q_ij att_w + att_b). Both are
 * outputs of one perceptron on all pairs, whose hidden layer has the metric function's units and the logits side by side.
 */
final class PairScores {
    /** Width of the metric function's hidden layer. */
    static final int HIDDEN = 16;

    private final GraphSettings settings;
    private final int hidden;
    private final String prefix;
    private final Weights weights;

    /**
     * What is made for all pairs. What the settings leave out is null.
     *
     * @param metric    [B, 1, M, M]
     * @param attention a, [B, H, M, M]
     */
    record Scores(SDVariable metric, SDVariable attention) {
    }

    /**
     * @param hidden width of the metric function's hidden layer
     * @param prefix what the parameters' names start with
     */
    PairScores(GraphSettings settings, int hidden, String prefix, Weights weights) {
        this.settings = settings;
        this.hidden = hidden;
        this.prefix = prefix;
        this.weights = weights;
    }

    /** From h [B, M, d]. */
    Scores of(SDVariable h, int d) {
        if (settings.selection() && settings.attention()) {
            return both(h, d);
        }
        return new Scores(settings.selection() ? metric(h, d) : null, settings.attention() ? attention(h, d) : null);
    }

    private Scores both(SDVariable h, int d) {
        SameDiff graph = weights.graph();
        int heads = settings.heads();
        SDVariable first = graph.concat(1, metricFirst(d), attentionFirst(d));
        SDVariable bias = graph.concat(0, metricBias(), attentionBias());
        SDVariable ofMetric = graph.concat(1, metricSecond(), weights.filled(0, hidden, heads));
        SDVariable ofAttention = graph.concat(1, weights.filled(0, heads, 1), identity());
        SDVariable all = PairPerceptron.of(h, first, bias, graph.concat(0, ofMetric, ofAttention)); // [B, 1 + H, M, M]
        SDVariable metric = all.get(SDIndex.all(), SDIndex.interval(0, 1), SDIndex.all(), SDIndex.all());
        SDVariable attention = all.get(SDIndex.all(), SDIndex.interval(1, 1 + heads), SDIndex.all(), SDIndex.all());
        return new Scores(metric, attention);
    }

    private SDVariable metric(SDVariable h, int d) {
        return PairPerceptron.of(h, metricFirst(d), metricBias(), metricSecond());
    }

    private SDVariable attention(SDVariable h, int d) {
        return PairPerceptron.of(h, attentionFirst(d), attentionBias(), identity());
    }

    private SDVariable metricFirst(int d) {
        return weights.matrix(prefix + "sel_w1", d, hidden);
    }

    private SDVariable metricBias() {
        return weights.zeros(prefix + "sel_b1", hidden);
    }

    private SDVariable metricSecond() {
        return weights.matrix(prefix + "sel_w2", hidden, 1);
    }

    private SDVariable attentionFirst(int d) {
        return weights.matrix(prefix + "att_w", d, settings.heads());
    }

    private SDVariable attentionBias() {
        return weights.zeros(prefix + "att_b", settings.heads());
    }

    private SDVariable identity() {
        return weights.graph().constant(Nd4j.eye(settings.heads()).castTo(weights.type()));
    }
}
