package org.espalier.compute.internal.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.espalier.compute.internal.memory.NativeMemory;
import org.espalier.compute.internal.memory.Raw;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The memory of variables that no op computes: constants, parameters and placeholders. */
final class Sources {
    private final Map<String, INDArray> given;
    private final NativeMemory memory;
    private final Map<String, INDArray> placeholders = new LinkedHashMap<>();
    private final List<INDArray> constants = new ArrayList<>();

    /** @param given arrays of the trainable variables, and of placeholders that have theirs already */
    Sources(Map<String, INDArray> given, NativeMemory memory) {
        this.given = given;
        this.memory = memory;
    }

    /** Those that are to be fed, by name. */
    Map<String, INDArray> placeholders() {
        return placeholders;
    }

    /** Arrays of the graph whose memory the kernels use; ND4J frees it when nobody refers to them any more. */
    List<INDArray> constants() {
        return constants;
    }

    INDArray array(SDVariable variable) {
        return switch (variable.getVariableType()) {
            case CONSTANT -> constant(variable);
            case VARIABLE -> parameter(variable);
            case PLACEHOLDER -> placeholder(variable);
            default -> throw new IllegalStateException("Variable '" + variable.name() + "' was asked for before the op that computes it was added");
        };
    }

    private INDArray constant(SDVariable variable) {
        INDArray value = variable.getArr();
        constants.add(value);
        return Raw.isDense(value) ? value : memory.array(value.dataType(), value.shape()).assign(value);
    }

    private INDArray parameter(SDVariable variable) {
        INDArray value = given.get(variable.name());
        if (value == null) {
            throw new IllegalArgumentException("The graph's trainable variable '" + variable.name() + "' is not among the parameters " + given.keySet());
        }
        long[] shape = variable.getShape();
        if (shape != null && !Arrays.equals(shape, value.shape()) || variable.dataType() != value.dataType()) {
            throw new IllegalArgumentException("The graph's trainable variable '" + variable.name() + "' is " + variable.dataType() + " " + Arrays.toString(shape)
                    + ", but the parameter of this name is " + value.dataType() + " " + Arrays.toString(value.shape()));
        }
        return value;
    }

    private INDArray placeholder(SDVariable variable) {
        if (given.containsKey(variable.name())) {
            return given.get(variable.name());
        }
        long[] shape = variable.placeholderShape();
        if (shape == null || Arrays.stream(shape).anyMatch(size -> size < 0)) {
            throw new IllegalArgumentException("Placeholder '" + variable.name() + "' has shape " + Arrays.toString(shape) + ": a program needs all sizes");
        }
        memory.purpose("placeholder '" + variable.name() + "'");
        INDArray array = memory.array(variable.dataType(), shape);
        placeholders.put(variable.name(), array);
        return array;
    }
}
