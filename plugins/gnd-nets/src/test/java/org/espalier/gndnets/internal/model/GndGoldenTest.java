package org.espalier.gndnets.internal.model;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.espalier.api.model.Mode;
import org.espalier.api.model.Network;
import org.espalier.data.graph.GraphData;
import org.espalier.gndnets.internal.model.ModelGoldens.Check;
import org.espalier.testkit.fixture.TestRandomSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import com.fasterxml.jackson.databind.JsonNode;

class GndGoldenTest {

    @TestFactory
    Stream<DynamicTest> scores() throws IOException {
        return each(ModelGoldens::checkScores);
    }

    @TestFactory
    Stream<DynamicTest> lossAndGradients() throws IOException {
        return each(ModelGoldens::checkLossAndGradients);
    }

    @TestFactory
    Stream<DynamicTest> decayed() throws IOException {
        return each(ModelGoldens::checkDecayed);
    }

    @TestFactory
    Stream<DynamicTest> lossAndGradientsWithDropout() throws IOException {
        return each(ModelGoldens::checkLossAndGradientsWithMasks);
    }

    @TestFactory
    Stream<DynamicTest> fiveStepsOfAdam() throws IOException {
        return each(ModelGoldens::checkOptimiser);
    }

    private static Stream<DynamicTest> each(Check check) throws IOException {
        return ModelGoldens.each("models.json", GndGoldenTest::network, check);
    }

    private static Network network(JsonNode golden, GraphData data, Mode mode, Dropping dropping, Weights weights) {
        JsonNode config = golden.get("config");
        GndModel.Kind kind = kind(golden.get("kind").asText());
        GndModel.Parameters parameters = new GndModel.Parameters(kind, Optional.of(config.get("hid").asInt()), config.path("K").asInt(20), config.path("agg").asInt(32),
                config.path("T").asInt(2), config.path("hops").asInt(10), 0, golden.get("l2").asDouble(), false);
        return new GndModel(parameters, new TestRandomSource(1)).network(data, mode, dropping, weights);
    }

    private static GndModel.Kind kind(String name) {
        return Stream.of(GndModel.Kind.values()).filter(kind -> name.equals("gnd-" + kind.name().toLowerCase(Locale.ROOT))).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No variant of GND-Nets is of kind '" + name + "'"));
    }
}
