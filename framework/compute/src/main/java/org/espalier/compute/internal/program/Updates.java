package org.espalier.compute.internal.program;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.espalier.compute.internal.memory.NativeMemory;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;

/** How gradients change parameters: a rule with its state for one vector of each element type. */
final class Updates {
    private final List<UpdateRule> rules = new ArrayList<>();
    private final Map<String, INDArray> state = new LinkedHashMap<>();

    /** @param gradients vectors like those of the parameters */
    Updates(IUpdater updater, Map<DataType, INDArray> parameters, Map<DataType, INDArray> gradients, NativeMemory memory) {
        gradients.forEach((type, gradient) -> rules.add(rule(updater, row(parameters.get(type)), row(gradient), memory)));
    }

    private UpdateRule rule(IUpdater updater, INDArray parameters, INDArray gradients, NativeMemory memory) {
        long size = updater.stateSize(gradients.length());
        if (updater.getClass() == Sgd.class && gradients.dataType() == DataType.FLOAT && gradients.length() < Integer.MAX_VALUE / Float.BYTES) {
            return new SgdRule((Sgd) updater, parameters, gradients);
        }
        if (size == 0) {
            return new NativeRule(updater.instantiate((INDArray) null, false), parameters, gradients, memory);
        }
        DataType type = gradients.dataType();
        INDArray view = memory.array(type, 1, size);
        state.put("state." + type.name().toLowerCase(Locale.ROOT), view);
        if (updater.getClass() == Adam.class && type == DataType.FLOAT && size < Integer.MAX_VALUE / Float.BYTES) {
            return new AdamRule((Adam) updater, parameters, gradients, view);
        }
        return new NativeRule(updater.instantiate(view, true), parameters, gradients, memory);
    }

    private static INDArray row(INDArray vector) {
        return NativeMemory.view(vector, 0, 1, vector.length());
    }

    void apply(long iteration) {
        int count = Math.toIntExact(iteration);
        rules.forEach(rule -> rule.apply(count));
    }

    /** The live state by name. */
    Map<String, INDArray> state() {
        return state;
    }
}
