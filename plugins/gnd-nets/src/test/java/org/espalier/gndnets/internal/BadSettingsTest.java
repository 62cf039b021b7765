package org.espalier.gndnets.internal;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.espalier.api.error.InputException;
import org.espalier.gndnets.internal.data.CitationDataset;
import org.espalier.gndnets.internal.model.GndModel;
import org.espalier.testkit.fixture.FolderArtefacts;
import org.espalier.testkit.fixture.InMemoryCheckpoints;
import org.espalier.testkit.fixture.RecordingProgress;
import org.espalier.testkit.fixture.TestRandomSource;
import org.espalier.testkit.fixture.TestTrial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that no model or dataset takes are refused by key and value. */
class BadSettingsTest {
    private final RecordingProgress progress = new RecordingProgress();
    private final TestTrial trial = new TestTrial(new TestRandomSource(1), progress, new InMemoryCheckpoints(progress::stopping), new FolderArtefacts("main", null), null);

    @ParameterizedTest
    @CsvSource({"hops, 0", "dropout, 1", "dropout, -0.1", "hidden, 0", "hidden, many", "l2, -1", "diffusion, gat", "hop, 3"})
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
    @CsvSource({"labels-per-class, 0", "validation, 0", "symmetric, maybe", "features, some"})
    void datasetNamesTheKeyAndTheValue(String key, String value) {
        InputException refused = assertThrows(InputException.class, () -> trial.make(CitationDataset.class, Map.of(key, value)));
        assertTrue(refused.getMessage().contains(key) && refused.getMessage().contains(value), refused.getMessage());
    }
}
