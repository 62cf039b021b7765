package org.espalier.graphfm.internal.model;

import java.util.List;
import java.util.Locale;

import org.espalier.api.run.RandomSource;
import org.espalier.graphfm.internal.Golden;
import org.espalier.testkit.fixture.TestRandomSource;

import com.fasterxml.jackson.databind.JsonNode;

/** The models of golden cases, by the cases' configuration. */
final class GoldenModels {
    private static final RandomSource RANDOM = new TestRandomSource(1);

    private GoldenModels() {
    }

    static FieldModel of(JsonNode golden) {
        JsonNode config = golden.get("config");
        int d = config.path("d").asInt(1);
        int heads = config.path("heads").asInt(1);
        List<Integer> widths = Golden.integerList(config.path("blocks"));
        List<Integer> hidden = config.has("hidden") ? Golden.integerList(config.get("hidden")) : List.of();
        return switch (golden.get("model").asText()) {
            case "GraphFM" -> new GraphFmModel(graph(config), RANDOM);
            case "LR" -> new LrModel(RANDOM);
            case "FM" -> new FmModel(new FmModel.Parameters(d, 0), RANDOM);
            case "AFM" -> new AfmModel(new AfmModel.Parameters(d, config.get("att").asInt(), 0, 0), RANDOM);
            case "NFM" -> new NfmModel(new NfmModel.Parameters(d, hidden, 0, 0), RANDOM);
            case "DeepFM" -> new DeepFmModel(new DeepFmModel.Parameters(d, hidden, 0, 0), RANDOM);
            case "DCN" -> new DcnModel(new DcnModel.Parameters(d, config.get("cross").asInt(), hidden, 0, 0), RANDOM);
            case "XDeepFM" -> new XDeepFmModel(new XDeepFmModel.Parameters(d, Golden.integerList(config.get("cin")), hidden, 0, 0), RANDOM);
            case "AutoInt" -> new AutoIntModel(new AutoIntModel.Parameters(d, widths, heads, List.of(), 0, 0, 0), RANDOM);
            case "FiGNN" -> new FiGnnModel(new FiGnnModel.Parameters(d, widths, heads, 0, 0), RANDOM);
            case "InterHAt" -> new InterHatModel(new InterHatModel.Parameters(d, widths, heads, 0, 0), RANDOM);
            default -> throw new IllegalArgumentException("No model is called " + golden.get("model"));
        };
    }

    static GraphSettings graph(JsonNode config) {
        GraphSettings.Neighbourhood mode = GraphSettings.Neighbourhood.valueOf(config.path("mode").asText("code").toUpperCase(Locale.ROOT));
        return new GraphSettings(config.get("d").asInt(), Golden.integerList(config.get("blocks")), Golden.integerList(config.get("ks")), config.get("heads").asInt(), mode,
                config.path("selection").asBoolean(true), config.path("attention").asBoolean(true), config.path("interact").asBoolean(true), config.path("residual").asBoolean(true),
                0, 0, List.of(), 0, 0, List.of(1, 2, 3));
    }
}
