package org.espalier.api.compute.op;

import java.util.List;
import java.util.stream.LongStream;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * Rows of a table [n, d], found by indices of type INT32 or INT64 in any shape. The index -1 stands for no row and gives zeros; any other index outside of
 * [0, n) ends the step with an {@link org.espalier.api.error.InputException} that names the placeholder.
 *
 * <p>If the table is a trainable parameter in single precision that nothing else reads, its gradient is kept as the rows that occurred and their
 * values, and no dense array of the table's size is made in a step; for this the indices must be a placeholder or a constant, perhaps reshaped, with fewer
 * elements than the table has rows. {@code sd.gather} along the first axis has the same gradient, without -1.
 */
public final class Embedding extends GraphOp {
    /** As shown in profiles and messages. */
    public static final String NAME = "espalier_embedding";

    private Embedding(SameDiff graph, SDVariable table, SDVariable indices) {
        super(graph, table, indices);
    }

    /**
     * The rows, of the indices' shape with d added at the end.
     *
     * @param table   [n, d], of a floating-point type
     * @param indices in any shape, of type INT32 or INT64, from -1 to n - 1
     */
    public static SDVariable of(SDVariable table, SDVariable indices) {
        return new Embedding(table.getSameDiff(), table, indices).outputVariable();
    }

    /**
     * For fields of several values: the weighted sum of the rows of each, v_1 E[i_1] + … + v_L E[i_L], of shape [..., d].
     *
     * @param table   E, [n, d], of a floating-point type
     * @param indices places in the table, [..., L]; fill up with -1
     * @param weights of the indices, [..., L], of the table's type
     */
    public static SDVariable weightedSum(SDVariable table, SDVariable indices, SDVariable weights) {
        return of(table, indices).mul(weights.getSameDiff().expandDims(weights, -1)).sum(-2);
    }

    @Override
    public String opName() {
        return NAME;
    }

    @Override
    public long[] outputShape(List<long[]> inputs) {
        long[] table = inputs.get(0);
        return LongStream.concat(LongStream.of(inputs.get(1)), LongStream.of(table).skip(1)).toArray();
    }

    @Override
    public List<SDVariable> doDiff(List<SDVariable> gradients) {
        return List.of(new EmbeddingGradient(sameDiff, gradients.get(0), arg(1), arg(0)).outputVariable());
    }
}
