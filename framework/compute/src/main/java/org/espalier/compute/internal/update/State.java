package org.espalier.compute.internal.update;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.espalier.api.compute.UpdateRule;
import org.espalier.api.error.InputException;
import org.espalier.compute.internal.memory.NativeMemory;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What a rule remembers of past updates: a vector for each element type of the parameters. */
public final class State {
    private final Map<String, INDArray> arrays = new LinkedHashMap<>();

    /**
     * Allocates it as it is before the first update.
     *
     * @param parameters vectors by element type
     * @param tensors    which of their elements belong together
     */
    public State(UpdateRule rule, Map<DataType, INDArray> parameters, Map<DataType, List<Tensor>> tensors, NativeMemory memory) {
        parameters.forEach((type, vector) -> {
            long size = size(rule, vector.length(), tensors.get(type));
            requireReachable(rule, vector, Math.max(size, vector.length()), tensors.get(type));
            if (size > 0) {
                arrays.put(name(type), initial(rule, memory.array(type, 1, size)));
            }
        });
    }

    private static void requireReachable(UpdateRule rule, INDArray vector, long elements, List<Tensor> tensors) {
        if (elements * vector.dataType().width() > Integer.MAX_VALUE && !(rule instanceof UpdateRule.Native)) {
            Tensor largest = tensors.stream().max(Comparator.comparingLong(tensor -> NativeMemory.length(tensor.shape()))).orElseThrow();
            throw new InputException("Optimizer " + rule + " needs " + elements + " numbers of type " + vector.dataType() + " for " + vector.length()
                    + " parameters, but 2 GB is the most. The largest is '" + largest.name() + "' " + Arrays.toString(largest.shape())
                    + ": make it smaller, or use a rule that remembers less, as plain or factored descent");
        }
    }

    private static INDArray initial(UpdateRule rule, INDArray zeros) {
        if (rule instanceof UpdateRule.Native other) {
            other.updater().instantiate(zeros, true);
        }
        return zeros;
    }

    private static long size(UpdateRule rule, long length, List<Tensor> tensors) {
        if (rule instanceof UpdateRule.Native other) {
            return other.updater().stateSize(length);
        }
        if (rule instanceof UpdateRule.Adafactor) {
            return AdafactorUpdate.stateSize(tensors);
        }
        return length * (rule instanceof UpdateRule.Lamb ? LambUpdate.SLOTS : rule instanceof UpdateRule.Lars ? LarsUpdate.SLOTS : Formula.of(rule).slots());
    }

    private static String name(DataType type) {
        return "state." + type.name().toLowerCase(Locale.ROOT);
    }

    /** That of the parameters of a type; empty if the rule needs none. */
    INDArray of(DataType type) {
        INDArray array = arrays.get(name(type));
        return array == null ? Nd4j.empty(type) : array;
    }

    /** The live arrays by name. */
    public Map<String, INDArray> arrays() {
        return Collections.unmodifiableMap(arrays);
    }
}
