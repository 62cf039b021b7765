package org.espalier.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import org.espalier.api.compute.Lease;
import org.espalier.api.dataset.Part;
import org.espalier.api.error.DivergedException;
import org.espalier.api.metric.Predictions;
import org.espalier.api.model.Model;
import org.espalier.api.run.Checkpoints.Checkpoint;
import org.espalier.api.trainer.Trainer;
import org.espalier.testkit.fixture.Computes;
import org.espalier.testkit.fixture.FolderArtefacts;
import org.espalier.testkit.fixture.InMemoryCheckpoints;
import org.espalier.testkit.fixture.RecordingProgress;
import org.espalier.testkit.fixture.RecordingProgress.Report;
import org.espalier.testkit.fixture.TestRandomSource;
import org.espalier.testkit.fixture.TestTrial;
import org.espalier.testkit.internal.TrainingResult;
import org.junit.jupiter.api.Test;

/**
 * What a host expects of a trainer. Let {@link #settings()} make at least {@value #EPOCHS} short epochs. {@link FullBatchTrainerContract} and
 * {@link MiniBatchTrainerContract} bring a model and data of their own.
 *
 * @param <M> the form of models it trains
 * @param <D> the data kind
 */
public abstract class TrainerContract<M extends Model<D>, D> extends ExtensionContract {
    /** Epochs that the tests need at least. */
    protected static final int EPOCHS = 5;

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** A model to train; all its chance from this source. */
    protected abstract M model(TestRandomSource random);

    /** A model whose loss is not a number from the first step on. */
    protected abstract M diverging(TestRandomSource random);

    /** Data to train on, with examples in every part. */
    protected abstract D data();

    @Test
    void reportsEveryEpochOnceWithFiniteNumbers() throws Exception {
        List<Report> reports = train(1).reports();
        assertTrue(reports.size() >= EPOCHS, () -> "settings() should make at least " + EPOCHS + " epochs, but " + reports.size() + " were reported");
        for (int i = 0; i < reports.size(); i++) {
            Report report = reports.get(i);
            assertEquals(i + 1, report.epoch(), "Epochs are counted from 1, without gaps");
            assertFalse(report.values().isEmpty(), "An epoch should be reported with what was measured, e.g. train-loss");
            assertTrue(report.values().values().stream().allMatch(Double::isFinite), () -> "A number in " + report + " is not finite");
        }
    }

    @Test
    void sameSeedGivesTheSameTrainingBitForBitAndAnotherSeedAnother() throws Exception {
        TrainingResult first = train(1);
        TrainingResult again = train(1);
        String advice = "Two trainings with one seed differ. Draw all chance from the injected RandomSource, and iterate over nothing whose order is not fixed";
        assertEquals(first.reports(), again.reports(), advice);
        assertEquals(Optional.empty(), first.difference(again), advice);
        assertNotEquals(first.reports(), train(2).reports(), "Another seed should give another training: initial weights and order of examples follow from it");
    }

    @Test
    void continuesFromACheckpointBitForBit() throws Exception {
        TrainingResult whole = train(1);
        for (int epochs = 1; epochs < EPOCHS; epochs++) {
            resumeAndCompare(whole, new RecordingProgress().stopAfterEpochs(epochs), "after epoch " + epochs);
        }
        for (int checks = 1; checks <= 4; checks++) {
            resumeAndCompare(whole, new RecordingProgress().stopAfterChecks(checks), "after " + checks + " calls of Progress.check");
        }
    }

    @Test
    void savesCheckpointsWhenTheyAreDue() throws Exception {
        RecordingProgress progress = new RecordingProgress();
        InMemoryCheckpoints always = new InMemoryCheckpoints(() -> true);
        train(1, progress, always, folder.resolve("checkpointed"));
        Checkpoint last = always.latest().orElseThrow(() -> new AssertionError("No checkpoint was saved although Checkpoints.due() always said so. Ask it after every epoch"));
        assertTrue(last.epoch() >= progress.reports().size() - 1, () -> "The last checkpoint is of epoch " + last.epoch() + " of " + progress.reports().size());
        TrainingResult resumed = train(1, new RecordingProgress(), new InMemoryCheckpoints(() -> false, always.latest()), folder.resolve("continued"));
        assertEquals(Optional.empty(), train(1).difference(resumed), "Continuing from the last checkpoint ends elsewhere");
    }

    @Test
    void endsSoonAfterAStopWasAskedFor() {
        RecordingProgress progress = new RecordingProgress().stopAfterEpochs(1);
        assertThrows(CancellationException.class, () -> train(1, progress, new InMemoryCheckpoints(progress::stopping), folder.resolve("stopped")),
                "A stopped training should let the CancellationException of Progress pass, or throw one");
        Duration took = Duration.ofNanos(System.nanoTime() - progress.stopAsked());
        assertTrue(took.compareTo(PATIENCE) < 0, () -> "A stop took " + took.toMillis() + " ms. Call Progress.check() at least every 100 ms");
        assertTrue(progress.reports().size() <= 2, () -> "After the stop in epoch 1, training went on to epoch " + progress.reports().size());
    }

    @Test
    void saysThatTrainingDiverged() {
        DivergedException diverged = assertThrows(DivergedException.class, () -> compute(lease -> trainer(trial(1, lease)).train(diverging(new TestRandomSource(1)), data())),
                "A loss that is not a number should end training with a DivergedException that gives advice");
        assertEquals(1, diverged.epoch(), "The epoch in which it was noticed");
    }

    private void resumeAndCompare(TrainingResult whole, RecordingProgress progress, String when) throws Exception {
        InMemoryCheckpoints checkpoints = new InMemoryCheckpoints(progress::stopping);
        if (endsBeforeStop(progress, checkpoints)) {
            return;
        }
        Optional<Checkpoint> saved = checkpoints.latest();
        assertTrue(saved.isPresent() || progress.reports().isEmpty(), () -> "Training was stopped " + when + " without a checkpoint. Save one when Checkpoints.due() or Progress.stopping() says so");
        TrainingResult resumed = train(1, new RecordingProgress(), new InMemoryCheckpoints(() -> false, saved), Files.createTempDirectory(folder, "resumed"));
        assertEquals(Optional.empty(), whole.difference(resumed), "Stopped " + when + " and continued, training ended elsewhere. The checkpoint must hold everything: "
                + "parameters, best weights, updater state, counters, place in the data. This part of the result differs");
    }

    private boolean endsBeforeStop(RecordingProgress progress, InMemoryCheckpoints checkpoints) throws Exception {
        try {
            train(1, progress, checkpoints, Files.createTempDirectory(folder, "stopped"));
            return true;
        } catch (CancellationException e) {
            return false;
        }
    }

    private TrainingResult train(long seed) throws Exception {
        RecordingProgress progress = new RecordingProgress();
        return train(seed, progress, new InMemoryCheckpoints(() -> false), Files.createTempDirectory(folder, "run"));
    }

    private TrainingResult train(long seed, RecordingProgress progress, InMemoryCheckpoints checkpoints, Path artefacts) throws Exception {
        List<Predictions> predictions = compute(lease -> {
            TestRandomSource random = new TestRandomSource(seed);
            var trained = trainer(new TestTrial(random, progress, checkpoints, new FolderArtefacts("main", artefacts), lease)).train(model(random), data());
            return Stream.of(Part.values()).map(trained::predict).toList();
        });
        return TrainingResult.of(progress.reports(), predictions, artefacts);
    }

    @SuppressWarnings("unchecked")
    private Trainer<M, D> trainer(TestTrial trial) {
        return (Trainer<M, D>) trial.make(extension(), settings());
    }

    private TestTrial trial(long seed, Lease lease) {
        RecordingProgress progress = new RecordingProgress();
        return new TestTrial(new TestRandomSource(seed), progress, new InMemoryCheckpoints(progress::stopping), new FolderArtefacts("main", folder), lease);
    }

    /** Work that needs a device. */
    private interface Work<T> {
        T on(Lease lease) throws Exception;
    }

    private static <T> T compute(Work<T> work) throws Exception {
        try (Lease lease = Computes.lease("trainer contract")) {
            return lease.call(() -> work.on(lease));
        }
    }
}
