package org.espalier.api.compute.op;

import java.util.List;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/** The gradient of a {@link PairSum} by its rows: that of each row is the gradient by the sum times the sum of all other rows. */
public final class PairSumGradient extends GraphOp {
    /** As shown in profiles and messages. */
    public static final String NAME = "espalier_pair_sum_gradient";

    PairSumGradient(SameDiff graph, SDVariable rows, SDVariable gradient) {
        super(graph, rows, gradient);
    }

    @Override
    public String opName() {
        return NAME;
    }

    @Override
    public long[] outputShape(List<long[]> inputs) {
        return inputs.get(0);
    }
}
