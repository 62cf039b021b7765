package org.espalier.compute.internal.program;

import java.util.HashMap;
import java.util.Map;

import org.espalier.compute.internal.memory.NativeMemory;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The gradients of a program for those who want to see them. */
final class GradientArrays {
    private final Map<String, INDArray> dense;
    private final Map<String, INDArray> written = new HashMap<>();
    private final Tables tables;
    private final Map<String, INDArray> parameters;
    private final NativeMemory memory;

    /** @param dense those that lie in memory as they are */
    GradientArrays(Map<String, INDArray> dense, Tables tables, Map<String, INDArray> parameters, NativeMemory memory) {
        this.dense = dense;
        this.tables = tables;
        this.parameters = parameters;
        this.memory = memory;
    }

    /** Takes memory for the gradient of a table when first asked for it. */
    INDArray get(String parameter) {
        INDArray like = parameters.get(parameter);
        if (like == null) {
            throw new IllegalArgumentException("There is no parameter '" + parameter + "', only " + parameters.keySet());
        }
        if (!tables.names().contains(parameter)) {
            return dense.get(parameter);
        }
        INDArray array = written.computeIfAbsent(parameter, name -> memory.array(like.dataType(), like.shape()));
        tables.gradient(parameter).writeTo(array);
        return array;
    }
}
