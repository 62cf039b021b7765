package org.espalier.api.compute.op;

import java.util.Collections;
import java.util.List;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ops.DynamicCustomOp;

/** An op that ND4J's native library does not have: its outputs, one unless it says otherwise, are of the type of the first input. */
public abstract class GraphOp extends DynamicCustomOp {

    protected GraphOp(SameDiff graph, SDVariable... inputs) {
        super(graph, inputs);
    }

    /**
     * The shape of the first output for these input shapes.
     *
     * @throws IllegalArgumentException if they do not fit, naming those and what was expected
     */
    public abstract long[] outputShape(List<long[]> inputs);

    /** The shapes of all outputs for these input shapes. */
    public List<long[]> outputShapes(List<long[]> inputs) {
        return List.of(outputShape(inputs));
    }

    @Override
    public abstract String opName();

    @Override
    public int getNumOutputs() {
        return 1;
    }

    @Override
    public List<DataType> calculateOutputDataTypes(List<DataType> inputTypes) {
        return Collections.nCopies(getNumOutputs(), inputTypes.get(0));
    }

    /** Not native: looked up by class, never by hash. */
    @Override
    public long opHash() {
        return opName().hashCode();
    }
}
