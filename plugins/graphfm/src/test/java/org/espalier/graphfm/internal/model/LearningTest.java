package org.espalier.graphfm.internal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;

import org.espalier.api.compute.Lease;
import org.espalier.api.dataset.Part;
import org.espalier.api.metric.Predictions.ClassScores;
import org.espalier.api.trainer.Trained;
import org.espalier.data.field.FieldData;
import org.espalier.graphfm.internal.metric.ClickLogLoss;
import org.espalier.standard.internal.metric.Auc;
import org.espalier.standard.internal.trainer.MiniBatchSettings;
import org.espalier.standard.internal.trainer.MiniBatchTrainer;
import org.espalier.standard.internal.trainer.OptimizerKind;
import org.espalier.standard.internal.trainer.OptimizerSettings;
import org.espalier.standard.internal.trainer.StoppingRule;
import org.espalier.testkit.fixture.Computes;
import org.espalier.testkit.fixture.FolderArtefacts;
import org.espalier.testkit.fixture.InMemoryCheckpoints;
import org.espalier.testkit.fixture.RecordingProgress;
import org.espalier.testkit.fixture.TestRandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A click that follows from one field is told without a mistake, by the trainer that users take. */
class LearningTest {
    private static final TestRandomSource RANDOM = new TestRandomSource(5);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"ADAM", "LAZY_ADAM"})
    void graphFmTellsTheRowsApart(OptimizerKind optimizer) throws Exception {
        assertEquals(1, new Auc().of(tested(Clicks.of(128), optimizer)));
    }

    @Test
    void oneClassHasALogLossAndNoAuc() throws Exception {
        ClassScores scores = tested(Clicks.ofOneClass(128), OptimizerKind.ADAM);
        assertEquals(Double.NaN, new Auc().of(scores));
        assertEquals(0, new ClickLogLoss().of(scores), 0.1, "it is always a click, and that is learned");
    }

    private ClassScores tested(FieldData data, OptimizerKind optimizer) throws Exception {
        GraphSettings settings = new GraphSettings(8, List.of(8, 8), List.of(4, 2), 2, GraphSettings.Neighbourhood.CODE, true, true, true, true, 0, 0, List.of(), 0, 0, List.of(1, 2, 3));
        MiniBatchSettings training = new MiniBatchSettings(20, 0, 16, 0.01, OptimizerSettings.of(optimizer), StoppingRule.LOSS, 2);
        try (Lease lease = Computes.lease("learning")) {
            return lease.call(() -> {
                Trained trained = new MiniBatchTrainer<FieldData>(training, lease, RANDOM, new RecordingProgress(), new InMemoryCheckpoints(() -> false), new FolderArtefacts("main", folder))
                        .train(new GraphFmModel(settings, RANDOM), data);
                return (ClassScores) trained.predict(Part.TEST);
            });
        }
    }
}
