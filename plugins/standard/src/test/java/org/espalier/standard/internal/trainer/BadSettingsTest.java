package org.espalier.standard.internal.trainer;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.espalier.api.error.InputException;
import org.espalier.testkit.fixture.FolderArtefacts;
import org.espalier.testkit.fixture.InMemoryCheckpoints;
import org.espalier.testkit.fixture.RecordingProgress;
import org.espalier.testkit.fixture.TestRandomSource;
import org.espalier.testkit.fixture.TestTrial;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers that no trainer takes are refused by key and value. */
class BadSettingsTest {
    private final RecordingProgress progress = new RecordingProgress();
    private final TestTrial trial = new TestTrial(new TestRandomSource(1), progress, new InMemoryCheckpoints(progress::stopping), new FolderArtefacts("main", null), null);

    @ParameterizedTest
    @CsvSource({"epochs, 0", "epochs, 1.5", "patience, -1", "learning-rate, -0.1", "learning-rate, fast", "momentum, 1", "momentum, -0.1", "beta2, 1", "weight-decay, -1", "clip-norm, -1",
            "warm-up, -1", "decay, 1.1", "decay-every, -1", "optimizer, adamm", "schedule, never"})
    void ofBothTrainers(String key, String value) {
        refuses(FullBatchTrainer.class, key, value);
        refuses(MiniBatchTrainer.class, key, value);
    }

    @ParameterizedTest
    @CsvSource({"batch-size, 0", "looks-per-epoch, 0", "last-batch, half"})
    void ofBatches(String key, String value) {
        refuses(MiniBatchTrainer.class, key, value);
    }

    private void refuses(Class<?> trainer, String key, String value) {
        InputException refused = assertThrows(InputException.class, () -> trial.bind(trainer, Map.of(key, value)));
        assertTrue(refused.getMessage().contains(key) && refused.getMessage().contains(value), refused.getMessage());
    }
}
