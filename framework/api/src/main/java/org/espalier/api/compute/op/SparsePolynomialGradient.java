package org.espalier.api.compute.op;

import java.util.List;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * Both gradients of a {@link SparsePolynomial} in one walk through S^T G, S^T S^T G …: that by X, the sum of c_k (S^T)^k G, and that by the
 * coefficients, the inner products of X and (S^T)^k G.
 */
public final class SparsePolynomialGradient extends GraphOp {
    /** As shown in profiles and messages. */
    public static final String NAME = "espalier_sparse_polynomial_gradient";

    private final SparseOperand operand;

    SparsePolynomialGradient(SameDiff graph, SDVariable dense, SDVariable coefficients, SDVariable gradient, SparseOperand operand) {
        super(graph, dense, coefficients, gradient);
        this.operand = operand;
    }

    /** S and its transpose. */
    public SparseOperand operand() {
        return operand;
    }

    @Override
    public String opName() {
        return NAME;
    }

    @Override
    public int getNumOutputs() {
        return 2;
    }

    @Override
    public long[] outputShape(List<long[]> inputs) {
        return inputs.get(0);
    }

    @Override
    public List<long[]> outputShapes(List<long[]> inputs) {
        return inputs.subList(0, 2);
    }
}
