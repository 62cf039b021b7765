package org.espalier.standard.internal.trainer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.espalier.api.compute.Lease;
import org.espalier.api.dataset.Part;
import org.espalier.api.inspection.Inspection;
import org.espalier.api.inspection.Inspector;
import org.espalier.api.metric.Predictions.ClassScores;
import org.espalier.api.trainer.Trained;
import org.espalier.api.trainer.Trainer;
import org.espalier.testkit.fixture.Computes;
import org.espalier.testkit.fixture.FolderArtefacts;
import org.espalier.testkit.fixture.InMemoryCheckpoints;
import org.espalier.testkit.fixture.RecordingProgress;
import org.espalier.testkit.fixture.TestRandomSource;
import org.espalier.testkit.fixture.TestTrial;
import org.espalier.testkit.fixture.ToyData;
import org.espalier.testkit.fixture.ToyModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;

class InspectionTest {
    private static final TestRandomSource RANDOM = new TestRandomSource(4);

    @TempDir
    Path folder;

    private final Lease lease = Computes.lease("inspection");
    private final Recorder recorder = new Recorder();

    @AfterEach
    void giveBack() {
        lease.close();
    }

    @Test
    void aFullBatchModelShowsAllDataAtOnce() throws Exception {
        double[] scores = scoresOf(FullBatchTrainer.class, Map.of("epochs", "3"));
        assertEquals(List.of(0), recorder.batches);
        assertArrayEquals(doubled(scores), recorder.last(scores.length), 1e-6);
    }

    @Test
    void aMiniBatchModelShowsEveryExampleOfThePartWithASmallerLastBatch() throws Exception {
        double[] scores = scoresOf(MiniBatchTrainer.class, Map.of("epochs", "3", "batch-size", "5"));
        assertEquals(List.of(5, 2), recorder.batches);
        assertArrayEquals(doubled(scores), recorder.last(scores.length), 1e-6);
    }

    @Test
    void whatWasShownHoldsNoMemoryAfterwards() throws Exception {
        lease.call(() -> {
            Trained trained = trained(FullBatchTrainer.class, Map.of("epochs", "3"));
            long before = lease.held();
            trained.inspect(recorder);
            assertEquals(before, lease.held());
            return null;
        });
    }

    private double[] scoresOf(Class<?> trainer, Map<String, String> settings) throws Exception {
        return lease.call(() -> {
            Trained trained = trained(trainer, settings);
            trained.inspect(recorder);
            return ((ClassScores) trained.predict(Part.TEST)).scores();
        });
    }

    @SuppressWarnings("unchecked")
    private Trained trained(Class<?> trainer, Map<String, String> settings) {
        TestTrial trial = new TestTrial(RANDOM, new RecordingProgress(), new InMemoryCheckpoints(() -> false), new FolderArtefacts("main", folder), lease);
        return ((Trainer<ToyModel, ToyData>) trial.make(trainer, settings)).train(new ToyModel(RANDOM), ToyData.generate());
    }

    private static double[] doubled(double[] scores) {
        return Arrays.stream(scores).map(score -> 2 * score).toArray();
    }

    /** Writes down what it is shown of the test part. */
    private static final class Recorder implements Inspector {
        private final List<Integer> batches = new ArrayList<>();
        private final List<Double> values = new ArrayList<>();

        @Override
        public Part part() {
            return Part.TEST;
        }

        @Override
        public void look(int[] examples, Map<String, INDArray> watched) {
            batches.add(examples.length);
            Arrays.stream(watched.get(ToyModel.WATCHED).ravel().toDoubleVector()).forEach(values::add);
        }

        @Override
        public void report(Inspection inspection) {
            throw new AssertionError("Trainers do not ask for reports");
        }

        double[] last(int count) {
            return values.stream().skip(values.size() - count).mapToDouble(Double::doubleValue).toArray();
        }
    }
}
