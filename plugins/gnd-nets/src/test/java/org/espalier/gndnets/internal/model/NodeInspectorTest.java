package org.espalier.gndnets.internal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.espalier.api.compute.Lease;
import org.espalier.api.compute.Program;
import org.espalier.api.compute.ProgramRequest;
import org.espalier.api.inspection.Figure;
import org.espalier.api.inspection.Inspection;
import org.espalier.api.inspection.Inspector;
import org.espalier.api.model.Mode;
import org.espalier.api.model.Network;
import org.espalier.testkit.fixture.Computes;
import org.espalier.testkit.fixture.TestRandomSource;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class NodeInspectorTest {
    private final Map<String, Double> numbers = new HashMap<>();
    private final Map<String, Figure> figures = new HashMap<>();

    private final Inspection notes = new Inspection() {
        @Override
        public void number(String name, double value) {
            numbers.put(name, value);
        }

        @Override
        public void figure(String name, Figure figure) {
            figures.put(name, figure);
        }
    };

    /** Labelled are 0, 2, 7, 9; of the test nodes 3 is one hop away, 4 two, 10 one, 11, without a class, two. */
    @Test
    void tellsAccuracyByDistance() {
        NodeInspector inspector = new NodeInspector(Rings.data());
        INDArray scores = Nd4j.zeros(12, 2);
        scores.putScalar(3, 0, 1);
        scores.putScalar(4, 1, 1);
        scores.putScalar(10, 1, 1);
        inspector.look(new int[0], Map.of(NodeModel.OUTPUT, scores, NodeModel.HIDDEN, scores));
        inspector.report(notes);
        assertEquals(1, numbers.get("label-within-2"));
        assertEquals(2 / 3.0, numbers.get("accuracy-within-2"), 1e-12);
        assertTrue(numbers.get("accuracy-beyond-2").isNaN());
        Figure.Lines lines = (Figure.Lines) figures.get("accuracy-by-distance");
        assertEquals(List.of(1.0, 2.0), lines.at());
        assertEquals(List.of(1.0, 0.0), lines.curves().get(0).values());
        assertEquals(List.of(2 / 3.0, 1 / 3.0), lines.curves().get(1).values());
    }

    @Test
    void isThereOnlyIfAskedFor() {
        assertTrue(new GcnModel(new GcnModel.Parameters(2, 4, 0, 0, false), new TestRandomSource(1)).inspector(Rings.data()).isEmpty());
    }

    @Test
    void seesTheLastHiddenLayerOfANetwork() throws Exception {
        GcnModel model = new GcnModel(new GcnModel.Parameters(2, 4, 0, 0, true), new TestRandomSource(1));
        Inspector inspector = model.inspector(Rings.data()).orElseThrow();
        try (Lease lease = Computes.lease("inspection")) {
            lease.call(() -> {
                Network network = model.network(Rings.data(), Mode.EVALUATION);
                SDVariable[] watched = network.watched().values().toArray(SDVariable[]::new);
                try (Program program = lease.compile(ProgramRequest.inference(lease.parameters(network.initialValues()), watched))) {
                    program.run();
                    Map<String, INDArray> values = new HashMap<>();
                    network.watched().forEach((name, variable) -> values.put(name, program.output(variable.name())));
                    assertEquals(4, values.get(NodeModel.HIDDEN).size(1));
                    inspector.look(new int[0], values);
                }
                return null;
            });
        }
        inspector.report(notes);
        assertTrue(numbers.get("mean-average-distance") > 0 && numbers.get("dirichlet-energy") > 0, numbers.toString());
    }
}
