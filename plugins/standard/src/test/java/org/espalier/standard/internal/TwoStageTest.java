package org.espalier.standard.internal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.espalier.api.compute.Lease;
import org.espalier.api.dataset.Part;
import org.espalier.api.metric.Predictions.ClassScores;
import org.espalier.api.trainer.Trained;
import org.espalier.data.tabular.TabularData;
import org.espalier.standard.internal.data.Digits;
import org.espalier.standard.internal.metric.Accuracy;
import org.espalier.standard.internal.model.Mlp;
import org.espalier.standard.internal.trainer.MiniBatchTrainer;
import org.espalier.testkit.fixture.Computes;
import org.espalier.testkit.fixture.FilesAccess;
import org.espalier.testkit.fixture.FolderArtefacts;
import org.espalier.testkit.fixture.InMemoryCheckpoints;
import org.espalier.testkit.fixture.RecordingProgress;
import org.espalier.testkit.fixture.TestRandomSource;
import org.espalier.testkit.fixture.TestTrial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The experiment {@code standard/two-stage} in short: weights learned on one task help with another that has few labels. */
class TwoStageTest {
    private static final Map<String, String> FEW_DIGITS = Map.of("task", "digit", "train-share", "0.05");
    private static final Map<String, String> TRAINING = Map.of("epochs", "30", "learning-rate", "0.003");

    @TempDir
    Path folder;

    private TestTrial stage(String name, Lease lease) {
        return new TestTrial(new TestRandomSource(1), new RecordingProgress(), new InMemoryCheckpoints(() -> false), new FolderArtefacts(name, folder.resolve(name)), lease);
    }

    private TabularData digits(TestTrial stage, Map<String, String> settings) throws IOException {
        return stage.make(Digits.class, settings).load(new FilesAccess(Digits.class, folder, List.of()));
    }

    private double testAccuracy(TestTrial stage, Map<String, String> data, Map<String, String> model) throws Exception {
        Map<String, String> hidden = new HashMap<>(model);
        hidden.put("hidden", "[64, 32]");
        return stage.lease().call(() -> {
            @SuppressWarnings("unchecked")
            MiniBatchTrainer<TabularData> trainer = stage.make(MiniBatchTrainer.class, TRAINING);
            Trained trained = trainer.train(stage.make(Mlp.class, hidden), digits(stage, data));
            return new Accuracy().of((ClassScores) trained.predict(Part.TEST));
        });
    }

    @Test
    void startingFromWeightsOfAnEarlierStageHelps() throws Exception {
        try (Lease lease = Computes.lease("two stages")) {
            double pairs = testAccuracy(stage("pretrain", lease), Map.of("task", "pair"), Map.of());
            double scratch = testAccuracy(stage("scratch", lease), FEW_DIGITS, Map.of());
            TestTrial after = stage("main", lease).after(new FolderArtefacts("pretrain", folder.resolve("pretrain")));
            double pretrained = testAccuracy(after, FEW_DIGITS, Map.of("weights.from", "pretrain", "weights.artefact", "weights.safetensors"));
            assertTrue(pairs > 0.9, () -> "accuracy of pairs " + pairs);
            assertTrue(pretrained > scratch + 0.03, () -> "accuracy of digits " + pretrained + " with and " + scratch + " without pretraining");
        }
    }
}
