package org.espalier.compute.internal.kernel;

import java.util.List;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.autodiff.functions.DifferentialFunction;

/**
 * An op at its place in a program.
 *
 * @param op      the op
 * @param name    its first output variable, for messages
 * @param inputs  arrays it reads
 * @param outputs arrays it writes, in C order; null for those of a loop, or of the gradients of a product, that nobody reads
 */
public record Site(DifferentialFunction op, String name, List<INDArray> inputs, List<INDArray> outputs) {

    /** The first array read. */
    public INDArray input() {
        return inputs.get(0);
    }

    /** The first array written. */
    public INDArray output() {
        return outputs.get(0);
    }

    /** Element type of the first array written. */
    public DataType type() {
        return output().dataType();
    }
}
