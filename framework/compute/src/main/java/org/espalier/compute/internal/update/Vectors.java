package org.espalier.compute.internal.update;

import java.util.List;

import org.espalier.compute.internal.memory.RowGradient;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The parameters of one element type with what belongs to them.
 *
 * @param parameters all of them side by side
 * @param gradients  in the same places, but with the tables left out; null if there is nothing else
 * @param tensors    which of them belong together
 * @param tables     the gradients of tables, in the order of their places
 * @param state      as long as the rule needs; empty if it needs none
 */
record Vectors(INDArray parameters, INDArray gradients, List<Tensor> tensors, List<RowGradient> tables, INDArray state) {
    long length() {
        return parameters.length();
    }

    boolean isDouble() {
        return parameters.dataType() == DataType.DOUBLE;
    }
}
