package org.espalier.gndnets.internal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

import org.espalier.gndnets.internal.decoupled.HopModel;
import org.espalier.testkit.fixture.FolderArtefacts;
import org.espalier.testkit.fixture.InMemoryCheckpoints;
import org.espalier.testkit.fixture.RecordingProgress;
import org.espalier.testkit.fixture.TestRandomSource;
import org.espalier.testkit.fixture.TestTrial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A model without settings is that of the paper's code, or of the baseline's own paper. */
class DefaultsTest {
    private final RecordingProgress progress = new RecordingProgress();
    private final TestTrial trial = new TestTrial(new TestRandomSource(1), progress, new InMemoryCheckpoints(progress::stopping), new FolderArtefacts("main", null), null);

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "GndModel | diffusion=SLP, hidden=16, hops=20, inner=32, steps=2, residualHops=10, dropout=0.6, l2=5.0E-4",
            "MlpModel | hidden=16, dropout=0.5, l2=5.0E-4",
            "LabelPropagationModel | iterations=200",
            "LabelSpreadingModel | alpha=0.9, iterations=500",
            "GcnModel | layers=2, hidden=16, dropout=0.5, l2=5.0E-4",
            "SgcModel | hops=2, l2=5.0E-5",
            "GatModel | heads=8, width=8, dropout=0.6, l2=5.0E-4",
            "AppnpModel | hidden=64, hops=10, restart=0.1, dropout=0.5, l2=0.005",
            "GcniiModel | layers=16, hidden=64, residual=0.1, identity=0.5, dropout=0.6, l2=5.0E-4",
            "JkNetModel | layers=4, hidden=16, join=CONCAT, dropout=0.5, l2=5.0E-4",
            "GdcModel | restart=0.1, neighbours=64, layers=2, hidden=16, dropout=0.5, l2=5.0E-4",
            "ArmaModel | stacks=2, steps=1, hidden=16, dropout=0.5, l2=5.0E-4",
            "IncepGcnModel | branches=4, hidden=64, dropout=0.5, l2=5.0E-4",
            "DecoupledModel | features=Optional.empty, diffusion=SLP, hidden=16, dropout=0.6, l2=5.0E-4"})
    void areThoseOfThePapers(String model, String expected) throws Exception {
        Record parameters = trial.bind(Class.forName(GndModel.class.getPackageName() + "." + model), Map.of()).orElseThrow();
        assertEquals(expected, shown(parameters));
    }

    @ParameterizedTest
    @CsvSource({"slp, 16", "mlp, 64", "ds, 64", "ppr, 16", "heat, 16"})
    void widthGoesWithTheDiffusion(String diffusion, int width) {
        assertEquals(width, ((GndModel.Parameters) trial.bind(GndModel.class, Map.of("diffusion", diffusion)).orElseThrow()).width());
        assertEquals(7, ((GndModel.Parameters) trial.bind(GndModel.class, Map.of("diffusion", diffusion, "hidden", "7")).orElseThrow()).width());
    }

    @Test
    void theFirstStageDiffusesAsFarAsTheWholeNetwork() {
        assertEquals("Parameters[hops=20]", trial.bind(HopModel.class, Map.of()).orElseThrow().toString());
    }

    private static String shown(Record parameters) {
        String name = parameters.toString();
        return Arrays.stream(name.substring(name.indexOf('[') + 1, name.length() - 1).split(", ")).filter(part -> !part.startsWith("inspect="))
                .map(part -> part.equals("hidden=Optional.empty") ? "hidden=" + ((GndModel.Parameters) parameters).width() : part).collect(Collectors.joining(", "));
    }
}
