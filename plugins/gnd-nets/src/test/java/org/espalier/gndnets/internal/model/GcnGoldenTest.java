package org.espalier.gndnets.internal.model;

import java.io.IOException;
import java.util.stream.Stream;

import org.espalier.api.model.Mode;
import org.espalier.api.model.Network;
import org.espalier.data.graph.GraphData;
import org.espalier.gndnets.internal.model.ModelGoldens.Check;
import org.espalier.testkit.fixture.TestRandomSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import com.fasterxml.jackson.databind.JsonNode;

/** The cases of kind gcn among the baselines; the others are of models that this plugin does not have. */
class GcnGoldenTest {

    @TestFactory
    Stream<DynamicTest> scores() throws IOException {
        return each(ModelGoldens::checkScores);
    }

    @TestFactory
    Stream<DynamicTest> lossAndGradients() throws IOException {
        return each(ModelGoldens::checkLossAndGradients);
    }

    @TestFactory
    Stream<DynamicTest> fiveStepsOfAdam() throws IOException {
        return each(ModelGoldens::checkOptimiser);
    }

    private static Stream<DynamicTest> each(Check check) throws IOException {
        return ModelGoldens.each("baselines.json", "gcn", GcnGoldenTest::network, check);
    }

    private static Network network(JsonNode golden, GraphData data, Mode mode, Dropping dropping, Weights weights) {
        JsonNode config = golden.get("config");
        GcnModel.Parameters parameters = new GcnModel.Parameters(config.path("layers").asInt(2), config.get("hid").asInt(), 0, golden.get("l2").asDouble());
        return new GcnModel(parameters, new TestRandomSource(1)).network(data, mode, dropping, weights);
    }
}
