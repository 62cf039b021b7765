package org.espalier.api.compute.op;

import java.util.List;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/** The gradients of a {@link PairPerceptron} by its rows, its first matrix, its bias and its second matrix. */
public final class PairPerceptronGradient extends GraphOp {
    /** As shown in profiles and messages. */
    public static final String NAME = "espalier_pair_perceptron_gradient";

    /** @param inputs those of the perceptron, then the gradient by its output */
    PairPerceptronGradient(SameDiff graph, SDVariable... inputs) {
        super(graph, inputs);
    }

    @Override
    public String opName() {
        return NAME;
    }

    @Override
    public int getNumOutputs() {
        return 4;
    }

    @Override
    public long[] outputShape(List<long[]> inputs) {
        return inputs.get(0);
    }

    @Override
    public List<long[]> outputShapes(List<long[]> inputs) {
        return inputs.subList(0, 4);
    }
}
