package org.espalier.api.compute.op;

import java.util.Arrays;
import java.util.List;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * The sum over all pairs i &lt; j of the rows of a matrix of their element-wise products h_i * h_j, in time linear in the number of rows: ( (sum h_i)^2 - sum h_i^2 ) / 2 (Rendle, ICDM 2010, lemma 3.1).
 * The second-order part of factorization machines. A program with other shapes is refused when it is compiled, with an {@link IllegalArgumentException} that names them.
 */
public final class PairSum extends GraphOp {
    /** As shown in profiles and messages. */
    public static final String NAME = "espalier_pair_sum";

    private PairSum(SameDiff graph, SDVariable rows) {
        super(graph, rows);
    }

    /**
     * The sums, [B, d].
     *
     * @param rows B matrices h, [B, M, d]
     */
    public static SDVariable of(SDVariable rows) {
        return new PairSum(rows.getSameDiff(), rows).outputVariable();
    }

    @Override
    public String opName() {
        return NAME;
    }

    @Override
    public long[] outputShape(List<long[]> inputs) {
        long[] rows = inputs.get(0);
        if (rows.length != 3) {
            throw new IllegalArgumentException("Pair sum: it needs rows [B, M, d], not " + Arrays.toString(rows));
        }
        return new long[] {rows[0], rows[2]};
    }

    @Override
    public List<SDVariable> doDiff(List<SDVariable> gradients) {
        return List.of(new PairSumGradient(sameDiff, arg(0), gradients.get(0)).outputVariable());
    }
}
