package org.espalier.api.compute.op;

import java.util.List;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/** The gradients of a {@link PointwisePerceptron} by its first and second matrix and by the maps. */
public final class PointwisePerceptronGradient extends GraphOp {
    /** As shown in profiles and messages. */
    public static final String NAME = "espalier_pointwise_perceptron_gradient";

    PointwisePerceptronGradient(SameDiff graph, SDVariable first, SDVariable second, SDVariable maps, SDVariable gradient) {
        super(graph, first, second, maps, gradient);
    }

    @Override
    public String opName() {
        return NAME;
    }

    @Override
    public int getNumOutputs() {
        return 3;
    }

    @Override
    public long[] outputShape(List<long[]> inputs) {
        return inputs.get(0);
    }

    @Override
    public List<long[]> outputShapes(List<long[]> inputs) {
        return inputs.subList(0, 3);
    }
}
