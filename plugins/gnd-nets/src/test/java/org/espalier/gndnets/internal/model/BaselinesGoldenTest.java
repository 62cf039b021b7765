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

/** Every baseline that is trained. */
class BaselinesGoldenTest {
    private static final TestRandomSource RANDOM = new TestRandomSource(1);

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
    Stream<DynamicTest> fiveStepsOfAdam() throws IOException {
        return each(ModelGoldens::checkOptimiser);
    }

    private static Stream<DynamicTest> each(Check check) throws IOException {
        return ModelGoldens.each("baselines.json", BaselinesGoldenTest::network, check);
    }

    private static Network network(JsonNode golden, GraphData data, Mode mode, Dropping dropping, Weights weights) {
        return model(golden.get("kind").asText(), golden.get("config"), golden.get("l2").asDouble()).network(data, mode, dropping, weights);
    }

    private static NodeModel model(String kind, JsonNode config, double l2) {
        int hidden = config.path("hid").asInt();
        int layers = config.path("layers").asInt(2);
        return switch (kind) {
            case "mlp" -> new MlpModel(new MlpModel.Parameters(hidden, 0, l2, false), RANDOM);
            case "gcn" -> new GcnModel(new GcnModel.Parameters(layers, hidden, 0, l2, false), RANDOM);
            case "sgc" -> new SgcModel(new SgcModel.Parameters(config.get("K").asInt(), l2, false), RANDOM);
            case "appnp" -> new AppnpModel(new AppnpModel.Parameters(hidden, config.get("K").asInt(), config.get("alpha").asDouble(), 0, l2, false), RANDOM);
            case "gat" -> new GatModel(new GatModel.Parameters(config.get("heads").asInt(), hidden / config.get("heads").asInt(), 0, l2, false), RANDOM);
            case "jknet" -> new JkNetModel(new JkNetModel.Parameters(layers, hidden, JkNetModel.Join.CONCAT, 0, l2, false), RANDOM);
            case "gcnii" -> new GcniiModel(new GcniiModel.Parameters(layers, hidden, config.get("alpha").asDouble(), config.get("lam").asDouble(), 0, l2, false), RANDOM);
            default -> throw new IllegalArgumentException("No model of this plugin is of kind '" + kind + "'");
        };
    }
}
