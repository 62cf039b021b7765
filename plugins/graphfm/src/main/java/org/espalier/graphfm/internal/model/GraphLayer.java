package org.espalier.graphfm.internal.model;

import org.espalier.api.compute.op.SelectiveSoftmax;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * One layer of GraphFM on h [B, M, d]. Products are aggregated before they are projected, u_i = ( h_i * sum_j alpha_ij h_j ) W_i, which is the same as projecting each and needs no tensor
 * of all projected pairs. Projections have matrices of their own for each field, so from there on fields come first: [M, B, o].
 */
final class GraphLayer {
    private final GraphSettings settings;
    private final int fields;
    private final int batch;
    private final String prefix;
    private final Weights weights;
    private final Dropping dropping;

    /**
     * What a layer makes.
     *
     * @param h         the fields, [M, B, o]
     * @param edges     p, [B, M, M]; ones without selection
     * @param attention alpha before dropout, [B, H, M, M]
     */
    record Result(SDVariable h, SDVariable edges, SDVariable attention) {
    }

    /** @param prefix what the parameters' names start with */
    GraphLayer(GraphSettings settings, int fields, int batch, String prefix, Weights weights, Dropping dropping) {
        this.settings = settings;
        this.fields = fields;
        this.batch = batch;
        this.prefix = prefix;
        this.weights = weights;
        this.dropping = dropping;
    }

    /**
     * The layer.
     *
     * @param h    [B, M, d]
     * @param in   d
     * @param out  o
     * @param keep neighbours kept for each field
     */
    Result of(SDVariable h, int in, int out, int keep) {
        PairScores.Scores scores = new PairScores(settings, PairScores.HIDDEN, prefix, weights).of(h, in);
        SelectiveSoftmax.Result graph = graph(scores, keep);
        SDVariable message = projected(aggregated(h, in, dropping.of(graph.weights(), settings.attentionDropout(), prefix + "attention")), in, out);
        SDVariable sum = settings.residual() ? message.add(residual(h, in, out)) : message;
        return new Result(normalised(relu(sum), out), graph.kept(), graph.weights());
    }

    /** Edge weights and attention. */
    private SelectiveSoftmax.Result graph(PairScores.Scores scores, int keep) {
        SDVariable attention = settings.attention() ? scores.attention() : weights.filled(1, batch, settings.heads(), fields, fields);
        if (settings.selection()) {
            return new Selection(keep, settings.mode()).of(scores.metric().reshape(batch, fields, fields), attention, prefix, weights);
        }
        return new SelectiveSoftmax.Result(weights.filled(1, batch, fields, fields), weights.graph().nn().softmax(attention, -1));
    }

    /** h_i * sum over j of alpha_ij h_j for each head, [B, H, M, d]. */
    private SDVariable aggregated(SDVariable h, int in, SDVariable alpha) {
        int heads = settings.heads();
        SDVariable sums = alpha.reshape(batch, (long) heads * fields, fields).mmul(h).reshape(batch, heads, fields, in);
        return settings.interact() ? sums.mul(h.reshape(batch, 1, fields, in)) : sums;
    }

    /** Head t owns the columns t o/H .. (t+1) o/H - 1 of each W_i: [M, B, o]. */
    private SDVariable projected(SDVariable aggregated, int in, int out) {
        int heads = settings.heads();
        SDVariable w = weights.matrices(prefix + "w", fields, in, out).reshape(fields, in, heads, out / heads).permute(0, 2, 1, 3);
        SDVariable byHead = aggregated.permute(2, 1, 0, 3).mmul(w); // [M, H, B, o/H]
        return byHead.permute(0, 2, 1, 3).reshape(fields, batch, out);
    }

    private SDVariable residual(SDVariable h, int in, int out) {
        SDVariable r = weights.matrices(prefix + "res_w", fields, in, out);
        return relu(h.permute(1, 0, 2).mmul(r).add(weights.zeros(prefix + "res_b", fields, 1, out)));
    }

    private SDVariable normalised(SDVariable x, int out) {
        return LayerNorm.of(x, weights.ones(prefix + "gamma", fields, 1, out), weights.zeros(prefix + "beta", fields, 1, out));
    }

    private static SDVariable relu(SDVariable x) {
        SameDiff graph = x.getSameDiff();
        return graph.nn().relu(x, 0);
    }
}
