package org.espalier.api.compute.op;

import java.util.List;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/** The gradient of {@link SparsePowers} by the dense matrix, from that by the products. */
public final class SparsePowersGradient extends GraphOp {
    /** As shown in profiles and messages. */
    public static final String NAME = "espalier_sparse_powers_gradient";

    private final SparseOperand operand;

    SparsePowersGradient(SameDiff graph, SDVariable gradient, SparseOperand operand) {
        super(graph, gradient);
        this.operand = operand;
    }

    public SparseOperand operand() {
        return operand;
    }

    @Override
    public String opName() {
        return NAME;
    }

    @Override
    public long[] outputShape(List<long[]> inputs) {
        return new long[] {inputs.get(0)[1], inputs.get(0)[2]};
    }
}
