package org.espalier.compute.internal.graph;

import java.util.List;
import java.util.stream.Stream;

import org.espalier.api.compute.op.GraphOp;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.ops.impl.layers.convolution.BatchNorm;

/** Gradients of batch normalisation by all its inputs, mean and variance included. Inputs: those of the op, gradient of its output. */
public final class BatchNormGradient extends GraphOp {
    /** As shown in profiles and messages. */
    public static final String NAME = "espalier_batch_norm_gradient";

    private final BatchNorm op;

    BatchNormGradient(BatchNorm op, SDVariable gradient) {
        super(op.getSameDiff(), Stream.concat(Stream.of(op.args()), Stream.of(gradient)).toArray(SDVariable[]::new));
        this.op = op;
    }

    /** What this is the gradient of. */
    public BatchNorm of() {
        return op;
    }

    @Override
    public int getNumOutputs() {
        return args().length - 1;
    }

    @Override
    public String opName() {
        return NAME;
    }

    @Override
    public long[] outputShape(List<long[]> inputs) {
        return inputs.get(0);
    }

    @Override
    public List<long[]> outputShapes(List<long[]> inputs) {
        return inputs.subList(0, inputs.size() - 1);
    }
}
