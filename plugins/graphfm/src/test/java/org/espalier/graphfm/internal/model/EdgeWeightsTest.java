package org.espalier.graphfm.internal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.espalier.api.compute.Lease;
import org.espalier.api.inspection.Figure;
import org.espalier.api.inspection.Inspection;
import org.espalier.testkit.fixture.Computes;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class EdgeWeightsTest {

    @Test
    void showsTheFirstRowsAndTheMeanOverAllWithTheNamesOfTheFields() throws Exception {
        Map<String, Figure> figures = new LinkedHashMap<>();
        try (Lease lease = Computes.lease("edges")) {
            lease.call(() -> {
                EdgeWeights edges = new EdgeWeights(Clicks.of(16), 1);
                edges.look(new int[] {0, 1}, Map.of("edge-weights-layer-1", constant(2, 0.25)));
                edges.look(new int[] {2, 3}, Map.of("edge-weights-layer-1", constant(2, 0.75)));
                edges.report(new Inspection() {
                    @Override
                    public void number(String name, double value) {
                        throw new AssertionError("No number is expected");
                    }

                    @Override
                    public void figure(String name, Figure figure) {
                        figures.put(name, figure);
                    }
                });
                return null;
            });
        }
        assertEquals(List.of("edge-weights-layer-1-mean", "edge-weights-layer-1-row-1", "edge-weights-layer-1-row-2", "edge-weights-layer-1-row-3"), List.copyOf(figures.keySet()));
        Figure.HeatMap mean = (Figure.HeatMap) figures.get("edge-weights-layer-1-mean");
        assertEquals(List.of("hour", "site", "device", "genres"), mean.rows());
        assertEquals(0.5, mean.values().get(3).get(2));
        assertEquals(0.75, ((Figure.HeatMap) figures.get("edge-weights-layer-1-row-3")).values().get(0).get(0));
    }

    private static INDArray constant(int rows, double value) {
        return Nd4j.valueArrayOf(new long[] {rows, 4, 4}, value).castTo(org.nd4j.linalg.api.buffer.DataType.FLOAT);
    }
}
