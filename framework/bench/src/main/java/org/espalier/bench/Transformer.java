package org.espalier.bench;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/** A transformer block in plain SameDiff ops, normalisation first. */
final class Transformer {
    private Transformer() {
    }

    /** @param x tokens of the batch, one after the other: [batch · tokens, width] */
    static SDVariable block(SDVariable x, String name, int batch, int tokens, int width, int heads) {
        SDVariable attended = x.add(attention(norm(x, name + ".norm1", width), name, batch, tokens, width, heads));
        SDVariable wide = attended.getSameDiff().nn.gelu(Graphs.dense(norm(attended, name + ".norm2", width), name + ".wide", width, 4 * width));
        return attended.add(Graphs.dense(wide, name + ".narrow", 4 * width, width));
    }

    private static SDVariable attention(SDVariable x, String name, int batch, int tokens, int width, int heads) {
        SameDiff graph = x.getSameDiff();
        int own = width / heads;
        SDVariable query = split(Graphs.dense(x, name + ".query", width, width), batch, tokens, heads, own);
        SDVariable key = split(Graphs.dense(x, name + ".key", width, width), batch, tokens, heads, own);
        SDVariable value = split(Graphs.dense(x, name + ".value", width, width), batch, tokens, heads, own);
        SDVariable weights = graph.nn.softmax(graph.mmul(query, key, false, true, false).mul(1 / Math.sqrt(own)), 3);
        SDVariable mixed = graph.mmul(weights, value).permute(0, 2, 1, 3).reshape(batch * tokens, width);
        return Graphs.dense(mixed, name + ".mix", width, width);
    }

    private static SDVariable split(SDVariable x, int batch, int tokens, int heads, int own) {
        return x.reshape(batch, tokens, heads, own).permute(0, 2, 1, 3);
    }

    private static SDVariable norm(SDVariable x, String name, int width) {
        SameDiff graph = x.getSameDiff();
        return graph.nn.layerNorm(x, graph.var(name + ".gain", Graphs.uniform(1, 1, width)), Graphs.parameter(graph, name + ".bias", width), true, 1);
    }
}
