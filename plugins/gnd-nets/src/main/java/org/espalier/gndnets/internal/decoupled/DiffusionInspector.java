package org.espalier.gndnets.internal.decoupled;

import java.util.HashMap;
import java.util.Map;

import org.espalier.api.dataset.Part;
import org.espalier.api.inspection.Inspection;
import org.espalier.api.inspection.Inspector;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Tells what the diffusion took. */
final class DiffusionInspector implements Inspector {
    /** Time of all products. */
    static final String SECONDS = "diffusion-seconds";
    /** Size of the file. */
    static final String GIGABYTES = "diffused-gigabytes";

    private final Map<String, Double> numbers = new HashMap<>();

    @Override
    public Part part() {
        return Part.TEST;
    }

    @Override
    public void look(int[] examples, Map<String, INDArray> watched) {
        watched.forEach((name, value) -> numbers.put(name, value.getDouble(0)));
    }

    @Override
    public void report(Inspection inspection) {
        numbers.forEach(inspection::number);
    }
}
