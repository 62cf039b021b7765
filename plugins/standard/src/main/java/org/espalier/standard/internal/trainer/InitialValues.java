package org.espalier.standard.internal.trainer;

import java.util.LinkedHashMap;
import java.util.Map;

import org.espalier.api.model.Network;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.VariableType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The values that a training network's trainable variables carry. */
final class InitialValues {
    private InitialValues() {
    }

    /** By name, in the order in which the network declares them. */
    static Map<String, INDArray> of(Network network) {
        Map<String, INDArray> values = new LinkedHashMap<>();
        for (SDVariable variable : network.graph().variables()) {
            if (variable.getVariableType() == VariableType.VARIABLE) {
                values.put(variable.name(), variable.getArr());
            }
        }
        return values;
    }
}
