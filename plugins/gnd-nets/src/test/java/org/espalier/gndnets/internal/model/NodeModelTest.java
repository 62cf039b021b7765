package org.espalier.gndnets.internal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.espalier.api.dataset.Part;
import org.espalier.api.error.InputException;
import org.espalier.data.graph.CsrBuilder;
import org.espalier.data.graph.GraphData;
import org.espalier.testkit.fixture.TestRandomSource;
import org.junit.jupiter.api.Test;

class NodeModelTest {
    private final GraphData bare = Rings.data().withFeatures(new CsrBuilder(Rings.data().nodes(), 0).build(Double::sum));

    @Test
    void refusesAGraphWithoutFeatures() {
        GcnModel model = new GcnModel(new GcnModel.Parameters(2, 4, 0, 0, false), new TestRandomSource(1));
        String problem = assertThrows(InputException.class, () -> model.nativeMemory(bare)).getMessage();
        assertTrue(problem.startsWith("Graph 'rings' was read without features"), problem);
    }

    @Test
    void labelsSpreadWithoutFeatures() {
        assertEquals(3, new LabelPropagationModel(new LabelPropagationModel.Parameters(10)).predictions(bare, Part.TEST).size());
        assertEquals(3, new LabelSpreadingModel(new LabelSpreadingModel.Parameters(0.9, 10)).predictions(bare, Part.TEST).size());
    }
}
