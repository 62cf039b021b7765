package org.espalier.api.compute.op;

import java.util.List;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/** Gradient of an {@link Embedding} by its table: each row of the gradient is added where its row was taken from. Inputs: gradient of the rows, indices, table. */
public final class EmbeddingGradient extends GraphOp {
    /** As shown in profiles and messages. */
    public static final String NAME = "espalier_embedding_gradient";

    EmbeddingGradient(SameDiff graph, SDVariable gradient, SDVariable indices, SDVariable table) {
        super(graph, gradient, indices, table);
    }

    @Override
    public String opName() {
        return NAME;
    }

    @Override
    public long[] outputShape(List<long[]> inputs) {
        return inputs.get(2);
    }
}
