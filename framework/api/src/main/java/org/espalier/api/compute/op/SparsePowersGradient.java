package org.espalier.api.compute.op;

import java.util.List;
import java.util.Optional;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/** The gradient of {@link SparsePowers} by the dense matrix, from that by the products. */
public final class SparsePowersGradient extends GraphOp {
    /** As shown in profiles and messages. */
    public static final String NAME = "espalier_sparse_powers_gradient";

    private final SparseOperand operand;
    private final int[] rows;

    SparsePowersGradient(SameDiff graph, SDVariable gradient, SparseOperand operand, int[] rows) {
        super(graph, gradient);
        this.operand = operand;
        this.rows = rows;
    }

    /** S and its transpose. */
    public SparseOperand operand() {
        return operand;
    }

    /** Which rows of the products there are; empty for all. */
    public Optional<int[]> rows() {
        return Optional.ofNullable(rows);
    }

    @Override
    public String opName() {
        return NAME;
    }

    @Override
    public long[] outputShape(List<long[]> inputs) {
        return new long[] {operand.matrix().rows(), inputs.get(0)[2]};
    }
}
