package org.espalier.standard.internal.trainer;

import java.util.Locale;
import java.util.Map;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Says which parameter is to blame when training leaves the finite numbers. */
final class ParameterNorms {
    private ParameterNorms() {
    }

    /** The first parameter whose norm is not finite, or else the one of the greatest norm, in words. */
    static String worst(Map<String, INDArray> parameters) {
        String name = "";
        double worst = -1;
        for (Map.Entry<String, INDArray> parameter : parameters.entrySet()) {
            double norm = parameter.getValue().norm2Number().doubleValue();
            if (!Double.isFinite(norm)) {
                return "parameter '" + parameter.getKey() + "' has norm " + norm;
            }
            if (norm > worst) {
                worst = norm;
                name = parameter.getKey();
            }
        }
        return "the greatest norm of a parameter is that of '" + name + "', " + String.format(Locale.ROOT, "%.3g", worst);
    }
}
