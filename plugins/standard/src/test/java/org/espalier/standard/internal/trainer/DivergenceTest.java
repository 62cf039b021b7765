package org.espalier.standard.internal.trainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.espalier.api.compute.Lease;
import org.espalier.api.dataset.Part;
import org.espalier.api.error.DivergedException;
import org.espalier.api.metric.Predictions;
import org.espalier.api.model.MiniBatchModel;
import org.espalier.api.model.Mode;
import org.espalier.api.model.Network;
import org.espalier.api.tensor.Safetensors;
import org.espalier.testkit.fixture.Computes;
import org.espalier.testkit.fixture.FolderArtefacts;
import org.espalier.testkit.fixture.InMemoryCheckpoints;
import org.espalier.testkit.fixture.RecordingProgress;
import org.espalier.testkit.fixture.TestRandomSource;
import org.espalier.testkit.fixture.ToyData;
import org.espalier.testkit.fixture.ToyModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A loss that is no number any more in the middle of training in small batches. */
class DivergenceTest {
    private static final TestRandomSource RANDOM = new TestRandomSource(4);
    private static final int BATCH = 8;
    private static final int GOOD_EPOCHS = 2;

    @TempDir
    Path folder;

    @Test
    void namesEpochBatchAndParameterAndKeepsTheBestWeights() throws Exception {
        int perEpoch = new ToyModel(RANDOM).examples(ToyData.generate(), Part.TRAIN) / BATCH;
        DivergedException diverged = assertThrows(DivergedException.class, () -> train("bad", GOOD_EPOCHS + 2, GOOD_EPOCHS * perEpoch + 1));
        assertTrue(diverged.getMessage().matches(".*batch 2; parameter '.*' has norm NaN.* in epoch " + (GOOD_EPOCHS + 1) + "\\..*"), diverged.getMessage());
        train("good", GOOD_EPOCHS, Integer.MAX_VALUE);
        Map<String, INDArray> kept = weights("bad");
        assertEquals(weights("good"), kept);
        kept.forEach((name, values) -> assertTrue(Double.isFinite(values.sumNumber().doubleValue()), name));
    }

    private Map<String, INDArray> weights(String name) throws Exception {
        return new HashMap<>(Safetensors.read(folder.resolve(name).resolve("weights.safetensors")));
    }

    private void train(String name, int epochs, int spoiled) throws Exception {
        MiniBatchSettings settings = new MiniBatchSettings(epochs, 0, BATCH, 0.01, OptimizerSettings.of(OptimizerKind.ADAM), StoppingRule.LOSS, 1);
        try (Lease lease = Computes.lease("divergence")) {
            lease.call(() -> new MiniBatchTrainer<ToyData>(settings, lease, RANDOM, new RecordingProgress(), new InMemoryCheckpoints(() -> false), new FolderArtefacts("main", folder.resolve(name)))
                    .train(new Spoiled(new ToyModel(RANDOM), spoiled, new int[1]), ToyData.generate()));
        }
    }

    /** @param spoiled the training batch, from 0, in which a value is no number */
    private record Spoiled(ToyModel toy, int spoiled, int[] seen) implements MiniBatchModel<ToyData> {
        @Override
        public int examples(ToyData data, Part part) {
            return toy.examples(data, part);
        }

        @Override
        public Network network(ToyData data, Mode mode, int batch) {
            return toy.network(data, mode, batch);
        }

        @Override
        public Map<String, INDArray> batch(ToyData data, Part part, int[] examples) {
            Map<String, INDArray> batch = toy.batch(data, part, examples);
            if (part == Part.TRAIN && seen[0]++ == spoiled) {
                batch.get("points").putScalar(0, 0, Double.NaN);
            }
            return batch;
        }

        @Override
        public Predictions predictions(ToyData data, Part part, int[] examples, INDArray output) {
            return toy.predictions(data, part, examples, output);
        }
    }
}
