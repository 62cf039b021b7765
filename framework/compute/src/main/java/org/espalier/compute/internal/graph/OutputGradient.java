package org.espalier.compute.internal.graph;

import java.util.List;

import org.espalier.api.compute.op.GraphOp;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/** The gradient of a function by its input, from its output and the gradient of that: nothing is computed twice, and the input need not be kept. */
public final class OutputGradient extends GraphOp {
    private final Kind kind;

    /** The function. */
    public enum Kind {
        SOFTMAX, LOG_SOFTMAX, SIGMOID, TANH, RELU
    }

    /** @param dimensions that the function goes over; none if it takes elements one by one */
    OutputGradient(Kind kind, SDVariable output, SDVariable gradient, long... dimensions) {
        super(output.getSameDiff(), output, gradient);
        this.kind = kind;
        addIArgument(dimensions);
    }

    public Kind kind() {
        return kind;
    }

    @Override
    public String opName() {
        return "espalier_output_gradient";
    }

    @Override
    public long[] outputShape(List<long[]> inputs) {
        return inputs.get(0);
    }
}
