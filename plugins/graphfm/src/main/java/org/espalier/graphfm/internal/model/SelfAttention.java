package org.espalier.graphfm.internal.model;

import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Multi-head self-attention among fields as in AutoInt's code: Q, K, V, R = relu(x w + b), softmax(Q K^T / sqrt(o/H)) V for each head, then layer norm( relu( heads side by side + R ) ), with one
 * gamma and beta for all fields.
 */
final class SelfAttention {
    private final int heads;
    private final double dropout;

    /** @param dropout probability of dropping an attention weight in training */
    SelfAttention(int heads, double dropout) {
        this.heads = heads;
        this.dropout = dropout;
    }

    /** Values a layer holds for each row. */
    static long perRow(int fields, long out, int heads) {
        return 30 * fields * out + 6L * fields * fields * heads;
    }

    /**
     * The layer: [B, M, out] from [B, M, in].
     *
     * @param name what the parameters' names start with
     */
    SDVariable of(SDVariable x, int in, int out, String name, FieldInputs inputs, Weights weights, Dropping dropping) {
        int batch = inputs.batch();
        int fields = inputs.fields();
        SDVariable rows = x.reshape((long) batch * fields, in);
        SDVariable q = byHead(rows, in, out, name + ".q", inputs, weights);
        SDVariable k = byHead(rows, in, out, name + ".k", inputs, weights);
        SDVariable v = byHead(rows, in, out, name + ".v", inputs, weights);
        SDVariable logits = x.getSameDiff().mmul(q, k, false, true, false).div(Math.sqrt((double) out / heads)); // [B, H, M, M]
        SDVariable attention = dropping.of(x.getSameDiff().nn().softmax(logits, -1), dropout, name);
        SDVariable joined = attention.mmul(v).permute(0, 2, 1, 3).reshape((long) batch * fields, out);
        SDVariable sum = joined.add(projected(rows, in, out, name + ".r", weights));
        SDVariable active = x.getSameDiff().nn().relu(sum, 0);
        return LayerNorm.of(active, weights.ones(name + ".gamma", out), weights.zeros(name + ".beta", out)).reshape(batch, fields, out);
    }

    private static SDVariable projected(SDVariable rows, int in, int out, String name, Weights weights) {
        return rows.getSameDiff().nn().relu(Dense.of(rows, in, out, name, weights), 0);
    }

    /** [B, H, M, out / H]. */
    private SDVariable byHead(SDVariable rows, int in, int out, String name, FieldInputs inputs, Weights weights) {
        return projected(rows, in, out, name, weights).reshape(inputs.batch(), inputs.fields(), heads, out / heads).permute(0, 2, 1, 3);
    }
}
