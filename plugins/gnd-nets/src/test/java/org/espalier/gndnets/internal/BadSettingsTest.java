package org.espalier.gndnets.internal;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.espalier.api.error.InputException;
import org.espalier.core.config.Parameter;
import org.espalier.core.config.ParameterSchema;
import org.espalier.gndnets.internal.data.CitationDataset;
import org.espalier.gndnets.internal.data.KarateDataset;
import org.espalier.gndnets.internal.data.PlantedDataset;
import org.espalier.gndnets.internal.decoupled.HopModel;
import org.espalier.gndnets.internal.model.AppnpModel;
import org.espalier.gndnets.internal.model.ArmaModel;
import org.espalier.gndnets.internal.model.DecoupledModel;
import org.espalier.gndnets.internal.model.GatModel;
import org.espalier.gndnets.internal.model.GcnModel;
import org.espalier.gndnets.internal.model.GcniiModel;
import org.espalier.gndnets.internal.model.GdcModel;
import org.espalier.gndnets.internal.model.GndModel;
import org.espalier.gndnets.internal.model.IncepGcnModel;
import org.espalier.gndnets.internal.model.JkNetModel;
import org.espalier.gndnets.internal.model.LabelPropagationModel;
import org.espalier.gndnets.internal.model.LabelSpreadingModel;
import org.espalier.gndnets.internal.model.MlpModel;
import org.espalier.gndnets.internal.model.SgcModel;
import org.espalier.testkit.fixture.FolderArtefacts;
import org.espalier.testkit.fixture.InMemoryCheckpoints;
import org.espalier.testkit.fixture.RecordingProgress;
import org.espalier.testkit.fixture.TestRandomSource;
import org.espalier.testkit.fixture.TestTrial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Values that no model or dataset takes are refused by key and value. */
class BadSettingsTest {
    private static final List<Class<?>> EXTENSIONS = List.of(AppnpModel.class, ArmaModel.class, DecoupledModel.class, GatModel.class, GcnModel.class, GcniiModel.class, GdcModel.class,
            GndModel.class, IncepGcnModel.class, JkNetModel.class, LabelPropagationModel.class, LabelSpreadingModel.class, MlpModel.class, SgcModel.class, HopModel.class,
            CitationDataset.class, KarateDataset.class, PlantedDataset.class);
    /** Numbers just outside what every extension with such a parameter takes. */
    private static final Map<String, List<String>> OUTSIDE = Map.ofEntries(Map.entry("dropout", List.of("-0.1", "1", "NaN")), Map.entry("l2", List.of("-1")),
            Map.entry("restart", List.of("-0.1", "1.1")), Map.entry("residual", List.of("-0.1", "1.1")), Map.entry("identity", List.of("-1")), Map.entry("alpha", List.of("-0.1", "1")),
            Map.entry("homophily", List.of("-0.1", "1.1")), Map.entry("signal", List.of("-0.1", "1.1")), Map.entry("label-rate", List.of("-0.1", "1.1")),
            Map.entry("train-share", List.of("0", "0.6")), Map.entry("validation-share", List.of("0", "0.5")), Map.entry("nodes", List.of("99")), Map.entry("classes", List.of("1", "51")),
            Map.entry("features", List.of("49")));
    /** Counts, which are all at least one. */
    private static final List<String> COUNT = List.of("0", "-1", "1.5", "many");

    private final RecordingProgress progress = new RecordingProgress();
    private final TestTrial trial = new TestTrial(new TestRandomSource(1), progress, new InMemoryCheckpoints(progress::stopping), new FolderArtefacts("main", null), null);

    static Stream<Arguments> outside() {
        return EXTENSIONS.stream().flatMap(extension -> ParameterSchema.of(extension).parameters().stream().filter(BadSettingsTest::isNumber)
                .flatMap(parameter -> OUTSIDE.getOrDefault(parameter.key(), COUNT).stream().map(value -> Arguments.of(extension, parameter.key(), value))));
    }

    private static boolean isNumber(Parameter parameter) {
        return parameter.type().startsWith("integer") || parameter.type().startsWith("number");
    }

    @ParameterizedTest(name = "{0}: {1}={2}")
    @MethodSource("outside")
    void everyNumberHasItsBounds(Class<?> extension, String key, String value) {
        InputException refused = assertThrows(InputException.class, () -> trial.make(extension, Map.of(key, value)));
        assertTrue(refused.getMessage().contains(key) && refused.getMessage().contains(value), refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"diffusion, gat", "hop, 3", "inspect, maybe"})
    void modelNamesTheKeyAndTheValue(String key, String value) {
        InputException refused = assertThrows(InputException.class, () -> trial.make(GndModel.class, Map.of(key, value)));
        assertTrue(refused.getMessage().contains(key), refused.getMessage());
    }

    @Test
    void datasetListsTheChoices() {
        InputException refused = assertThrows(InputException.class, () -> trial.make(CitationDataset.class, Map.of("name", "coar")));
        assertTrue(refused.getMessage().contains("coar") && refused.getMessage().contains("citeseer"), refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"symmetric, maybe", "features, some", "format, csv"})
    void datasetNamesTheKeyAndTheValue(String key, String value) {
        InputException refused = assertThrows(InputException.class, () -> trial.make(CitationDataset.class, Map.of(key, value)));
        assertTrue(refused.getMessage().contains(key) && refused.getMessage().contains(value), refused.getMessage());
    }
}
