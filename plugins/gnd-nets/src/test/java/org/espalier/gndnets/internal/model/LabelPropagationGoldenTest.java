package org.espalier.gndnets.internal.model;

import java.io.IOException;

import org.espalier.data.graph.GraphData;
import org.espalier.gndnets.internal.Golden;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

class LabelPropagationGoldenTest {
    private static final int SPREADING_ITERATIONS = 500;

    private JsonNode golden;
    private GraphData data;

    @BeforeEach
    void read() throws IOException {
        JsonNode cases = Golden.read("baselines.json", "graph", "label_propagation");
        golden = cases.get("label_propagation");
        data = Golden.graph(cases.get("graph"), Golden.integers(golden.get("train_index")));
    }

    @Test
    void labelPropagation() {
        check("after_3_iterations", propagated(3));
        check("scores", propagated(golden.get("lp_iters").asInt()));
    }

    @Test
    void labelSpreading() {
        check("ls_after_3_iterations", spread(3));
        check("ls_scores", spread(SPREADING_ITERATIONS));
    }

    private double[] propagated(int iterations) {
        return new LabelPropagationModel(new LabelPropagationModel.Parameters(iterations)).shares(data);
    }

    private double[] spread(int iterations) {
        return new LabelSpreadingModel(new LabelSpreadingModel.Parameters(golden.get("ls_alpha").asDouble(), iterations)).shares(data);
    }

    private void check(String name, double[] shares) {
        Precision.DOUBLE.assertValues(Golden.numbers(golden.get(name)), shares, name);
    }
}
