package org.espalier.it.tiny;

import java.util.List;
import java.util.Map;

import org.espalier.api.dataset.Part;
import org.espalier.api.inspection.Figure;
import org.espalier.api.inspection.Inspection;
import org.espalier.api.inspection.Inspector;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Shows the mean as a number and as a map of one cell. */
final class MeanInspector implements Inspector {
    private final MeanModel model;

    MeanInspector(MeanModel model) {
        this.model = model;
    }

    @Override
    public Part part() {
        return Part.TEST;
    }

    @Override
    public void look(int[] examples, Map<String, INDArray> watched) {
        throw new IllegalStateException("there is no network to look into");
    }

    @Override
    public void report(Inspection inspection) {
        inspection.number("shown-mean", model.mean());
        inspection.figure("means", new Figure.HeatMap("Means of the numbers", List.of("all"), List.of("mean"), List.of(List.of(model.mean()))));
    }
}
