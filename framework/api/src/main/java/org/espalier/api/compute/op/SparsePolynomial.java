package org.espalier.api.compute.op;

import java.util.Arrays;
import java.util.List;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * A polynomial of a square sparse constant S [n, n] without constant term, applied to a dense matrix X [n, d]: the sum over k = 1 … K of c_k S^k X.
 * No power is kept: H runs through S X, S S X … while the sum grows. The gradient runs through S^T G, S^T S^T G … in the same way; that by constant
 * coefficients is not worked out. A program with other shapes is refused when it is compiled, with an {@link IllegalArgumentException} that names them.
 */
public final class SparsePolynomial extends GraphOp {
    /** As shown in profiles and messages. */
    public static final String NAME = "espalier_sparse_polynomial";

    private final SparseOperand operand;
    private final boolean transposed;

    private SparsePolynomial(SameDiff graph, SDVariable dense, SDVariable coefficients, SparseOperand operand, boolean transposed) {
        super(graph, dense, coefficients);
        this.operand = operand;
        this.transposed = transposed;
    }

    /**
     * The sum, of shape [n, d].
     *
     * @param sparse       S, [n, n]
     * @param dense        X, [n, d], of a floating-point type
     * @param coefficients the K numbers c in any shape: a parameter or a constant
     */
    public static SDVariable of(SparseOperand sparse, SDVariable dense, SDVariable coefficients) {
        return new SparsePolynomial(dense.getSameDiff(), dense, coefficients, sparse, false).outputVariable();
    }

    /** S and its transpose. */
    public SparseOperand operand() {
        return operand;
    }

    /** Whether the polynomial is of the transpose. */
    public boolean isTransposed() {
        return transposed;
    }

    @Override
    public String opName() {
        return NAME;
    }

    @Override
    public long[] outputShape(List<long[]> inputs) {
        long[] dense = inputs.get(0);
        if (operand.matrix().rows() != operand.matrix().cols() || dense.length != 2 || dense[0] != operand.matrix().cols()) {
            throw new IllegalArgumentException("Sparse polynomial: " + operand.matrix() + " should be square, and the dense matrix have as many rows, not shape "
                    + Arrays.toString(dense));
        }
        return dense;
    }

    @Override
    public List<SDVariable> doDiff(List<SDVariable> gradients) {
        if (arg(1).isConstant()) {
            return List.of(new SparsePolynomial(sameDiff, gradients.get(0), arg(1), operand, !transposed).outputVariable(), sameDiff.zerosLike(arg(1)));
        }
        return List.of(new SparsePolynomialGradient(sameDiff, arg(0), arg(1), gradients.get(0), operand).outputVariables());
    }
}
