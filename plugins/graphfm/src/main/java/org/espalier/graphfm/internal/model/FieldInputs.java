package org.espalier.graphfm.internal.model;

import java.util.ArrayList;
import java.util.List;

import org.espalier.api.compute.op.Embedding;
import org.nd4j.autodiff.samediff.SDIndex;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * A batch of rows in the graph: B rows of M fields in S slots, S = M unless a field is multi-valued. A field is the weighted sum of what its slots hold; the weights of a
 * multi-valued field add up to 1, or are all 0.
 */
final class FieldInputs {
    /** Placeholder [B, S] of feature numbers. */
    static final String INDEX = "index";
    /** Placeholder [B, S] of weights. */
    static final String WEIGHT = "weight";

    private final int batch;
    private final int features;
    private final List<Integer> slots;
    private final SDVariable index;
    private final SDVariable weight;

    /**
     * @param features n, rows of an embedding table
     * @param slots    slots of each field
     */
    FieldInputs(Weights weights, int batch, int features, List<Integer> slots) {
        this.batch = batch;
        this.features = features;
        this.slots = slots;
        int width = slots.stream().mapToInt(Integer::intValue).sum();
        this.index = weights.graph().placeHolder(INDEX, DataType.INT32, batch, width);
        this.weight = weights.graph().placeHolder(WEIGHT, weights.type(), batch, width);
    }

    /** B. */
    int batch() {
        return batch;
    }

    /** M. */
    int fields() {
        return slots.size();
    }

    /** Each field by a table of its own name: [B, M, width]. */
    SDVariable embedded(String table, int width, Weights weights) {
        SDVariable rows = lookUp(weights.embedding(table, features, width)); // [B, S, width]
        return joined(rows.mul(weight.reshape(batch, weight.getShape()[1], 1)));
    }

    /** The part of every model that is linear in the fields, sum over j of w_j + b: [B, 1]. */
    SDVariable linear(String prefix, Weights weights) {
        return embedded(prefix + "emb", 1, weights).sum(false, 1).add(weights.zeros(prefix + "b", 1));
    }

    /** Rows of a table: the one place where tables are read, and through which their gradients go. */
    private SDVariable lookUp(SDVariable table) {
        return Embedding.of(table, index);
    }

    private SDVariable joined(SDVariable rows) {
        if (slots.stream().allMatch(one -> one == 1)) {
            return rows;
        }
        List<SDVariable> fields = new ArrayList<>();
        int from = 0;
        for (int width : slots) {
            SDVariable own = rows.get(SDIndex.all(), SDIndex.interval(from, from + width), SDIndex.all());
            fields.add(own.sum(true, 1));
            from += width;
        }
        return rows.getSameDiff().concat(1, fields.toArray(SDVariable[]::new));
    }
}
