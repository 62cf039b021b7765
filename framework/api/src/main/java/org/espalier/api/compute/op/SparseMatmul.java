package org.espalier.api.compute.op;

import java.util.List;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * Product of a sparse constant S [n, m] and a dense matrix X [m, d], optionally with dropout on the stored entries of S. The
 * gradient by X is the product of the transpose, under the same dropout mask, with the gradient of the output.
 * A program with other shapes is refused when it is compiled, with an {@link IllegalArgumentException} that names them.
 */
public final class SparseMatmul extends GraphOp {
    /** As shown in profiles and messages. */
    public static final String NAME = "espalier_sparse_matmul";

    private final SparseOperand operand;
    private final boolean transpose;
    private final double dropout;
    private final String stream;

    private SparseMatmul(SameDiff graph, SDVariable dense, SparseOperand operand, boolean transpose, double dropout, String stream) {
        super(graph, dense);
        this.operand = operand;
        this.transpose = transpose;
        this.dropout = dropout;
        this.stream = stream;
    }

    /**
     * S X, of shape [n, d].
     *
     * @param sparse S, [n, m]
     * @param dense  X, [m, d], of a floating-point type
     */
    public static SDVariable of(SparseOperand sparse, SDVariable dense) {
        return withDropout(sparse, dense, 0, "");
    }

    /**
     * drop(S) X: in every step each stored entry of S is zeroed with probability {@code rate} and otherwise scaled by 1 / (1 - rate).
     *
     * @param sparse S, [n, m]
     * @param dense  X, [m, d], of a floating-point type
     * @param rate   probability of zeroing an entry, in [0, 1)
     * @param stream name of the mask; masks of different names are independent
     * @throws IllegalArgumentException if the rate is outside its range
     */
    public static SDVariable withDropout(SparseOperand sparse, SDVariable dense, double rate, String stream) {
        Dropout.requireRate(rate, stream);
        return new SparseMatmul(dense.getSameDiff(), dense, sparse, false, rate, stream).outputVariable();
    }

    /** S and its transpose. */
    public SparseOperand operand() {
        return operand;
    }

    /** Whether the transpose is multiplied. */
    public boolean transpose() {
        return transpose;
    }

    /** Probability of zeroing an entry, in [0, 1). */
    public double dropout() {
        return dropout;
    }

    /** Name of the dropout mask. */
    public String stream() {
        return stream;
    }

    @Override
    public String opName() {
        return NAME;
    }

    @Override
    public long[] outputShape(List<long[]> inputs) {
        long[] dense = inputs.get(0);
        int inner = transpose ? operand.matrix().rows() : operand.matrix().cols();
        int outer = transpose ? operand.matrix().cols() : operand.matrix().rows();
        if (dense.length != 2 || dense[0] != inner) {
            throw new IllegalArgumentException("Sparse product: " + operand.matrix() + (transpose ? " transposed" : "")
                    + " needs a dense matrix of " + inner + " rows, not of shape " + java.util.Arrays.toString(dense));
        }
        return new long[] {outer, dense[1]};
    }

    @Override
    public List<SDVariable> doDiff(List<SDVariable> gradients) {
        return List.of(new SparseMatmul(sameDiff, gradients.get(0), operand, !transpose, dropout, stream).outputVariable());
    }
}
