package org.espalier.compute.internal.program;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.espalier.compute.internal.memory.NativeMemory;
import org.espalier.compute.internal.memory.Raw;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;

/** How gradients change parameters: an ND4J updater with its state, for one vector of each element type. */
final class Updates {
    private record Vector(INDArray parameters, INDArray gradient, INDArray update, GradientUpdater<?> updater) {
        void apply(int iteration) {
            Raw.copy(gradient, update);
            updater.applyUpdater(update, iteration, 0);
            parameters.subi(update);
        }
    }

    private final List<Vector> vectors;
    private final Map<String, INDArray> state = new LinkedHashMap<>();

    /** @param gradients vectors like those of the parameters */
    Updates(IUpdater updater, Map<DataType, INDArray> parameters, Map<DataType, INDArray> gradients, NativeMemory memory) {
        vectors = gradients.keySet().stream()
                .map(type -> new Vector(row(parameters.get(type)), row(gradients.get(type)),
                        memory.array(type, 1, gradients.get(type).length()), instantiate(updater, type, gradients.get(type).length(), memory)))
                .toList();
    }

    private GradientUpdater<?> instantiate(IUpdater updater, DataType type, long length, NativeMemory memory) {
        long size = updater.stateSize(length);
        if (size == 0) {
            return updater.instantiate((INDArray) null, false);
        }
        INDArray view = memory.array(type, 1, size);
        state.put("state." + type.name().toLowerCase(Locale.ROOT), view);
        return updater.instantiate(view, true);
    }

    private static INDArray row(INDArray vector) {
        return NativeMemory.view(vector, 0, 1, vector.length());
    }

    void apply(long iteration) {
        int count = Math.toIntExact(iteration);
        vectors.forEach(vector -> vector.apply(count));
    }

    /** The live state by name. */
    Map<String, INDArray> state() {
        return state;
    }
}
