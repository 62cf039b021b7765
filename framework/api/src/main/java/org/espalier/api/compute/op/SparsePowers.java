package org.espalier.api.compute.op;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * The products of the powers of a square sparse constant S [n, n] with a dense matrix X [n, d], one after the other: S X, S^2 X, … S^K X, or some rows of
 * each. A program with other shapes is refused when it is compiled, with an {@link IllegalArgumentException} that names them.
 * The gradient is S^T (G_1 + S^T (G_2 + …)), where G_k is that by the k-th, 0 in the other rows.
 */
public final class SparsePowers extends GraphOp {
    /** As shown in profiles and messages. */
    public static final String NAME = "espalier_sparse_powers";

    private final SparseOperand operand;
    private final int count;
    private final int[] rows;

    private SparsePowers(SameDiff graph, SDVariable dense, SparseOperand operand, int count, int[] rows) {
        super(graph, dense);
        this.operand = operand;
        this.count = count;
        this.rows = rows;
    }

    /**
     * The products, of shape [K, n, d].
     *
     * @param sparse S, [n, n]
     * @param dense  X, [n, d], of a floating-point type
     * @param count  K, at least 1
     * @throws IllegalArgumentException if there should be fewer
     */
    public static SDVariable of(SparseOperand sparse, SDVariable dense, int count) {
        return rowsOf(sparse, dense, count, null);
    }

    /**
     * Some rows of the products, of shape [K, number of rows, d].
     *
     * @param sparse S, [n, n]
     * @param dense  X, [n, d], of a floating-point type
     * @param count  K, at least 1
     * @param rows   which, in the order wanted, each from 0 to n - 1
     * @throws IllegalArgumentException if there should be fewer products
     */
    public static SDVariable of(SparseOperand sparse, SDVariable dense, int count, int[] rows) {
        return rowsOf(sparse, dense, count, rows.clone());
    }

    private static SDVariable rowsOf(SparseOperand sparse, SDVariable dense, int count, int[] rows) {
        if (count < 1) {
            throw new IllegalArgumentException("Sparse powers: should be at least 1, not " + count);
        }
        return new SparsePowers(dense.getSameDiff(), dense, sparse, count, rows).outputVariable();
    }

    /** S and its transpose. */
    public SparseOperand operand() {
        return operand;
    }

    /** Which rows; empty for all. */
    public Optional<int[]> rows() {
        return Optional.ofNullable(rows);
    }

    @Override
    public String opName() {
        return NAME;
    }

    @Override
    public long[] outputShape(List<long[]> inputs) {
        long[] dense = inputs.get(0);
        if (operand.matrix().rows() != operand.matrix().cols() || dense.length != 2 || dense[0] != operand.matrix().cols()) {
            throw new IllegalArgumentException("Sparse powers: " + operand.matrix() + " should be square, and the dense matrix have as many rows, not shape "
                    + Arrays.toString(dense));
        }
        return new long[] {count, rows == null ? dense[0] : rows.length, dense[1]};
    }

    @Override
    public List<SDVariable> doDiff(List<SDVariable> gradients) {
        return List.of(new SparsePowersGradient(sameDiff, gradients.get(0), operand, rows).outputVariable());
    }
}
