package org.espalier.standard.internal.trainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.espalier.api.compute.Lease;
import org.espalier.api.dataset.Part;
import org.espalier.api.error.DivergedException;
import org.espalier.api.error.InputException;
import org.espalier.api.trainer.Trained;
import org.espalier.data.Split;
import org.espalier.data.tabular.TabularData;
import org.espalier.standard.internal.model.Activation;
import org.espalier.standard.internal.model.Mlp;
import org.espalier.standard.internal.model.MlpSettings;
import org.espalier.testkit.fixture.Computes;
import org.espalier.testkit.fixture.FolderArtefacts;
import org.espalier.testkit.fixture.InMemoryCheckpoints;
import org.espalier.testkit.fixture.RecordingProgress;
import org.espalier.testkit.fixture.RecordingProgress.Report;
import org.espalier.testkit.fixture.TestRandomSource;
import org.espalier.testkit.fixture.ToyData;
import org.espalier.testkit.fixture.ToyModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainersTest {
    private static final TestRandomSource RANDOM = new TestRandomSource(4);

    @TempDir
    Path folder;

    private final RecordingProgress progress = new RecordingProgress();

    private FullBatchTrainer<ToyData> fullBatch(Lease lease, FullBatchSettings settings) {
        return new FullBatchTrainer<>(settings, lease, RANDOM, progress, new InMemoryCheckpoints(() -> false), new FolderArtefacts("main", folder));
    }

    private MiniBatchTrainer<TabularData> miniBatch(Lease lease, MiniBatchSettings settings) {
        return new MiniBatchTrainer<>(settings, lease, RANDOM, progress, new InMemoryCheckpoints(() -> false), new FolderArtefacts("main", folder));
    }

    private static Mlp mlp() {
        return new Mlp(new MlpSettings(List.of(4), Activation.TANH, 0, 0, Optional.empty()), RANDOM);
    }

    private static TabularData table(Split split) {
        return new TabularData("table", List.of("x"), new double[] {-2, -1, 1, 2, 0.5}, new int[] {0, 0, 1, 1, 1}, List.of("left", "right"), split);
    }

    /** The report of the last epoch whose weights early stopping keeps. */
    private static Report best(List<Report> reports) {
        EarlyStopping stopping = new EarlyStopping(0);
        Report best = null;
        for (Report report : reports) {
            best = stopping.keeps(new ValidationScore(report.values().get("validation-loss"), OptionalDouble.of(report.values().get("validation-accuracy")))) ? report : best;
        }
        return best;
    }

    @Test
    void endsWithTheBestWeightsAndNotTheLast() throws Exception {
        try (Lease lease = Computes.lease("trainer")) {
            Trained trained = lease.call(() -> fullBatch(lease, new FullBatchSettings(60, 0, 3, OptimizerSettings.of(OptimizerKind.SGD))).train(new ToyModel(RANDOM), ToyData.generate()));
            Report best = best(progress.reports());
            assertTrue(best.epoch() < 60, "This case is to get worse again");
            assertEquals(best.values().get("validation-loss"), ValidationScore.of(lease.call(() -> trained.predict(Part.VALIDATION))).loss());
        }
    }

    @Test
    void stopsWhenPatienceRunsOut() throws Exception {
        try (Lease lease = Computes.lease("trainer")) {
            lease.call(() -> fullBatch(lease, new FullBatchSettings(500, 7, 3, OptimizerSettings.of(OptimizerKind.SGD))).train(new ToyModel(RANDOM), ToyData.generate()));
            List<Report> reports = progress.reports();
            assertTrue(reports.size() < 500);
            assertTrue(reports.size() >= best(reports).epoch() + 7);
        }
    }

    @Test
    void reportsLossesAndAccuracyAndSavesWeights() throws Exception {
        try (Lease lease = Computes.lease("trainer")) {
            lease.call(() -> miniBatch(lease, new MiniBatchSettings(2, 0, 2, 0.1, OptimizerSettings.of(OptimizerKind.ADAM))).train(mlp(), table(new Split(new int[] {0, 1, 2}, new int[] {3}, new int[] {4}))));
            assertEquals(List.of("train-loss", "validation-loss", "validation-accuracy"), List.copyOf(progress.reports().get(1).values().keySet()));
            assertTrue(Files.size(folder.resolve("weights.safetensors")) > 0);
        }
    }

    @Test
    void holdsNoMoreThanTheModelForecasts() throws Exception {
        TabularData data = table(new Split(new int[] {0, 1, 2}, new int[] {3}, new int[] {4}));
        try (Lease lease = Computes.lease("trainer")) {
            Trained trained = lease.call(() -> miniBatch(lease, new MiniBatchSettings(2, 0, 2, 0.1, OptimizerSettings.of(OptimizerKind.AMS_GRAD))).train(mlp(), data));
            lease.call(() -> trained.predict(Part.TEST));
            long forecast = mlp().nativeMemory(data).orElseThrow();
            assertTrue(lease.held() <= forecast, () -> lease.held() + " bytes held, " + forecast + " forecast");
        }
    }

    @Test
    void learnsAndPredictsPartsThatAreEmpty() throws Exception {
        try (Lease lease = Computes.lease("trainer")) {
            Trained trained = lease.call(() -> miniBatch(lease, new MiniBatchSettings(60, 0, 4, 0.1, OptimizerSettings.of(OptimizerKind.ADAM))).train(mlp(), table(new Split(new int[] {0, 1, 2, 3}, new int[0], new int[0]))));
            assertEquals(List.of("train-loss"), List.copyOf(progress.reports().get(0).values().keySet()));
            assertEquals(0, lease.call(() -> trained.predict(Part.TEST)).size());
            assertEquals(1, ValidationScore.of(lease.call(() -> trained.predict(Part.TRAIN))).accuracy().orElseThrow());
        }
    }

    @Test
    void refusesPatienceWithoutValidationPart() {
        try (Lease lease = Computes.lease("trainer")) {
            InputException refused = assertThrows(InputException.class, () -> lease.call(() -> miniBatch(lease, new MiniBatchSettings(9, 3, 2, 0.1, OptimizerSettings.of(OptimizerKind.ADAM)))
                    .train(mlp(), table(new Split(new int[] {0, 1}, new int[0], new int[0])))));
            assertTrue(refused.getMessage().contains("patience 3"), refused.getMessage());
        }
    }

    @Test
    void refusesAnEmptyTrainingPart() {
        try (Lease lease = Computes.lease("trainer")) {
            assertThrows(InputException.class, () -> lease.call(() -> miniBatch(lease, new MiniBatchSettings(9, 0, 2, 0.1, OptimizerSettings.of(OptimizerKind.ADAM))).train(mlp(), table(Split.none()))));
        }
    }

    @Test
    void refusesABatchThatTheTrainingPartCannotFill() {
        try (Lease lease = Computes.lease("trainer")) {
            InputException refused = assertThrows(InputException.class, () -> lease.call(() -> miniBatch(lease, new MiniBatchSettings(9, 0, 4, 0.1, OptimizerSettings.of(OptimizerKind.ADAM)))
                    .train(mlp(), table(new Split(new int[] {0, 1, 2}, new int[] {3}, new int[] {4})))));
            assertTrue(refused.getMessage().contains("batch-size is 4, but the training part has 3"), refused.getMessage());
        }
    }

    @Test
    void aLastBatchThatIsKeptIsAStepOfItsOwn() throws Exception {
        Split split = new Split(new int[] {0, 1, 2, 4}, new int[0], new int[] {3});
        assertEquals(1, stepsPerEpoch(3, LastBatch.DROP, split));
        assertEquals(2, stepsPerEpoch(3, LastBatch.KEEP, split));
        assertEquals(2, stepsPerEpoch(2, LastBatch.KEEP, split));
        assertEquals(1, stepsPerEpoch(9, LastBatch.KEEP, split));
    }

    private int stepsPerEpoch(int batch, LastBatch last, Split split) throws Exception {
        try (Lease lease = Computes.lease("trainer")) {
            return lease.call(() -> {
                MiniBatchSteps<TabularData> steps = new MiniBatchSteps<>(lease, mlp(), table(split),
                        new MiniBatchSettings(2, 0, batch, 0.1, OptimizerSettings.of(OptimizerKind.ADAM), StoppingRule.LOSS, 1, last), RANDOM);
                for (int step = 0; step < 2 * steps.perEpoch(); step++) {
                    steps.step(1 + step / steps.perEpoch(), step % steps.perEpoch());
                }
                assertEquals(2L * steps.perEpoch(), steps.optimizer().iteration());
                return steps.perEpoch();
            });
        }
    }

    /** With a rate so small that the parameters stay, the losses of an epoch, weighed by the sizes of its batches, are the loss of the whole part. */
    @Test
    void anEpochThatKeepsItsLastBatchSeesEveryExampleOnce() throws Exception {
        Split split = new Split(new int[] {0, 1, 2, 3, 4}, new int[0], new int[0]);
        MiniBatchSettings settings = new MiniBatchSettings(1, 0, 3, 0, OptimizerSettings.of(OptimizerKind.SGD), StoppingRule.LOSS, 1, LastBatch.KEEP);
        try (Lease lease = Computes.lease("trainer")) {
            lease.call(() -> {
                MiniBatchSteps<TabularData> steps = new MiniBatchSteps<>(lease, mlp(), table(split), settings, RANDOM);
                double mean = (3 * steps.step(1, 0) + 2 * steps.step(1, 1)) / 5;
                assertEquals(ValidationScore.of(steps.predict(Part.TRAIN, () -> {
                })).loss(), mean, 1e-6);
                return null;
            });
        }
    }

    @Test
    void patienceCountsLooksDuringAnEpoch() throws Exception {
        assertEquals(2, epochsOfTrainingThatMovesNothing(1));
        assertEquals(1, epochsOfTrainingThatMovesNothing(3));
    }

    private int epochsOfTrainingThatMovesNothing(int looksPerEpoch) throws Exception {
        RecordingProgress told = new RecordingProgress();
        MiniBatchSettings settings = new MiniBatchSettings(9, 1, 1, 0, OptimizerSettings.of(OptimizerKind.SGD), StoppingRule.LOSS, looksPerEpoch);
        try (Lease lease = Computes.lease("trainer")) {
            lease.call(() -> new MiniBatchTrainer<TabularData>(settings, lease, RANDOM, told, new InMemoryCheckpoints(() -> false), new FolderArtefacts("main", folder))
                    .train(mlp(), table(new Split(new int[] {0, 1, 2}, new int[] {3}, new int[] {4}))));
        }
        return told.reports().size();
    }

    @Test
    void aTooLargeLearningRateDiverges() {
        try (Lease lease = Computes.lease("trainer")) {
            DivergedException diverged = assertThrows(DivergedException.class, () -> lease.call(() -> fullBatch(lease, new FullBatchSettings(50, 0, 1e38, OptimizerSettings.of(OptimizerKind.SGD)))
                    .train(new ToyModel(RANDOM), ToyData.generate())));
            assertTrue(diverged.getMessage().contains("a smaller learning-rate"), diverged.getMessage());
            assertTrue(diverged.getMessage().matches(".*(batch|after batch) \\d+; .*parameter.* norm .*"), diverged.getMessage());
            assertTrue(Files.exists(folder.resolve("weights.safetensors")), "The last good weights are kept");
        }
    }
}
