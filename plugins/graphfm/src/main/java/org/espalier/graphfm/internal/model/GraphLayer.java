package org.espalier.graphfm.internal.model;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * One layer of GraphFM on h [B, M, d]. Products are aggregated before they are projected, u_i = ( h_i * sum_j alpha_ij h_j ) W_i, which is the same as projecting each and needs no tensor
 * of all projected pairs. Projections have matrices of their own for each field, so from there on fields come first: [M, B, o].
 */
final class GraphLayer {
    /** Added to the logits of fields that must not take part. */
    private static final double NEVER = 1e9;

    private final GraphSettings settings;
    private final Pairs pairs;
    private final int batch;
    private final String prefix;
    private final Weights weights;
    private final Dropping dropping;

    /**
     * What a layer makes.
     *
     * @param h         the fields, [M, B, o]
     * @param edges     p, [B, M, M]; ones without selection
     * @param attention alpha before dropout, [B, M, H, M]
     */
    record Result(SDVariable h, SDVariable edges, SDVariable attention) {
    }

    /** @param prefix what the parameters' names start with */
    GraphLayer(GraphSettings settings, int fields, int batch, String prefix, Weights weights, Dropping dropping) {
        this.settings = settings;
        this.pairs = Pairs.all(fields);
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
        SDVariable products = pairs.products(h, weights).reshape((long) batch * pairs.count(), in);
        SDVariable edges = edges(products, in, keep);
        SDVariable alpha = h.getSameDiff().nn().softmax(logits(products, in, edges), -1);
        SDVariable message = projected(aggregated(h, in, dropping.of(alpha, settings.attentionDropout(), prefix + "attention")), in, out);
        SDVariable sum = settings.residual() ? message.add(residual(h, in, out)) : message;
        return new Result(normalised(relu(sum), out), edges, alpha);
    }

    private SDVariable edges(SDVariable products, int in, int keep) {
        if (settings.selection()) {
            return new Selection(keep).of(products, in, batch, pairs, prefix, weights);
        }
        return weights.filled(1, batch, pairs.fields(), pairs.fields());
    }

    /** p_ij a_ij for each head, [B, M, H, M]. */
    private SDVariable logits(SDVariable products, int in, SDVariable edges) {
        SDVariable logits = perHead(edges).mul(attention(products, in));
        return settings.mode() == GraphSettings.Neighbourhood.STRICT ? logits.add(perHead(never(edges))) : logits;
    }

    /** 0 for fields that take part, far below any logit for others. */
    private static SDVariable never(SDVariable edges) {
        return edges.getSameDiff().math().sign(edges).sub(1).mul(NEVER);
    }

    private SDVariable perHead(SDVariable ofPairs) {
        return ofPairs.reshape(batch, pairs.fields(), 1, pairs.fields());
    }

    /** a_ij = relu(q_ij att_w + att_b) for each head, [B, M, H, M]. */
    SDVariable attention(SDVariable products, int in) {
        int heads = settings.heads();
        if (!settings.attention()) {
            return weights.filled(1, 1, 1, heads, 1);
        }
        SDVariable sums = products.mmul(weights.matrix(prefix + "att_w", in, heads)).add(weights.zeros(prefix + "att_b", heads));
        SDVariable spread = pairs.spread(relu(sums).reshape(batch, pairs.count(), heads), weights);
        return spread.reshape(batch, pairs.fields(), pairs.fields(), heads).permute(0, 1, 3, 2);
    }

    /** h_i * sum over j of alpha_ij h_j for each head, [B, M, H, d]. */
    private SDVariable aggregated(SDVariable h, int in, SDVariable alpha) {
        int fields = pairs.fields();
        SDVariable sums = alpha.reshape(batch, (long) fields * settings.heads(), fields).mmul(h).reshape(batch, fields, settings.heads(), in);
        return settings.interact() ? sums.mul(h.reshape(batch, fields, 1, in)) : sums;
    }

    /** Head t owns the columns t o/H .. (t+1) o/H - 1 of each W_i: [M, B, o]. */
    private SDVariable projected(SDVariable aggregated, int in, int out) {
        int fields = pairs.fields();
        int heads = settings.heads();
        SDVariable w = weights.matrices(prefix + "w", fields, in, out).reshape(fields, in, heads, out / heads).permute(0, 2, 1, 3);
        SDVariable byHead = aggregated.permute(1, 2, 0, 3).mmul(w); // [M, H, B, o/H]
        return byHead.permute(0, 2, 1, 3).reshape(fields, batch, out);
    }

    private SDVariable residual(SDVariable h, int in, int out) {
        SDVariable r = weights.matrices(prefix + "res_w", pairs.fields(), in, out);
        return relu(h.permute(1, 0, 2).mmul(r).add(weights.zeros(prefix + "res_b", pairs.fields(), 1, out)));
    }

    private SDVariable normalised(SDVariable x, int out) {
        return LayerNorm.of(x, weights.ones(prefix + "gamma", pairs.fields(), 1, out), weights.zeros(prefix + "beta", pairs.fields(), 1, out));
    }

    private static SDVariable relu(SDVariable x) {
        SameDiff graph = x.getSameDiff();
        return graph.nn().relu(x, 0);
    }
}
