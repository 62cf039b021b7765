package org.espalier.standard.internal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

import org.espalier.api.compute.Lease;
import org.espalier.api.error.InputException;
import org.espalier.api.model.MiniBatchModel;
import org.espalier.api.model.Mode;
import org.espalier.api.run.Artefact;
import org.espalier.data.Split;
import org.espalier.data.tabular.TabularData;
import org.espalier.testkit.MiniBatchModelContract;
import org.espalier.testkit.fixture.Computes;
import org.espalier.testkit.fixture.FolderArtefacts;
import org.espalier.testkit.fixture.TestRandomSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.ndarray.INDArray;

class MlpTest {
    @TempDir
    Path folder;

    @Nested
    class OfPlainMlp extends MiniBatchModelContract<TabularData> {
        @Override
        protected Class<? extends MiniBatchModel<TabularData>> extension() {
            return Mlp.class;
        }

        @Override
        protected TabularData data() {
            return table(3);
        }
    }

    @Nested
    class OfDeepMlp extends MiniBatchModelContract<TabularData> {
        @Override
        protected Class<? extends MiniBatchModel<TabularData>> extension() {
            return Mlp.class;
        }

        @Override
        protected Map<String, String> settings() {
            return Map.of("hidden", "[5, 4]", "activation", "tanh", "dropout", "0.3", "l2", "0.1");
        }

        @Override
        protected TabularData data() {
            return table(3);
        }
    }

    private static TabularData table(int classes) {
        SplittableRandom random = new SplittableRandom(2);
        double[] features = random.doubles(12 * 2, -1, 1).toArray();
        int[] labels = random.ints(12, 0, classes).toArray();
        List<String> names = List.of("a", "b", "c", "d").subList(0, classes);
        return new TabularData("random", List.of("x", "y"), features, labels, names, new Split(new int[] {0, 2, 4, 6, 8, 10}, new int[] {1, 3, 5}, new int[] {7, 9, 11}));
    }

    private static Map<String, INDArray> initial(Lease lease, Optional<Artefact> weights, int classes, Integer... hidden) throws Exception {
        Mlp mlp = new Mlp(new MlpSettings(List.of(hidden), Activation.RELU, 0, 0, weights), new TestRandomSource(weights.isPresent() ? 2 : 1));
        return lease.call(() -> {
            Map<String, INDArray> values = new LinkedHashMap<>();
            for (SDVariable variable : mlp.network(table(classes), Mode.EVALUATION, 1).graph().variables()) {
                if (variable.name().endsWith(".weights") || variable.name().endsWith(".bias")) {
                    values.put(variable.name(), variable.getArr());
                }
            }
            return values;
        });
    }

    private Artefact saved(Lease lease, Map<String, INDArray> weights) throws Exception {
        return lease.call(() -> new FolderArtefacts("pretrain", folder).save("weights.safetensors", lease.parameters(weights)::writeTo));
    }

    @Test
    void takesOverHiddenLayersAndStartsAnotherOutputLayerAfresh() throws Exception {
        try (Lease lease = Computes.lease("mlp")) {
            Map<String, INDArray> earlier = initial(lease, Optional.empty(), 2, 5, 4);
            Artefact artefact = saved(lease, earlier);
            Map<String, INDArray> fresh = initial(lease, Optional.of(artefact), 4, 5, 4);
            for (String name : List.of("hidden1.weights", "hidden1.bias", "hidden2.weights", "hidden2.bias")) {
                assertEquals(earlier.get(name), fresh.get(name), name);
            }
            assertEquals(List.of(4L, 4L), List.of(fresh.get("output.weights").size(0), fresh.get("output.weights").size(1)));
        }
    }

    @Test
    void takesOverAnOutputLayerThatFits() throws Exception {
        try (Lease lease = Computes.lease("mlp")) {
            Map<String, INDArray> earlier = initial(lease, Optional.empty(), 3, 5);
            assertEquals(earlier, initial(lease, Optional.of(saved(lease, earlier)), 3, 5));
            assertNotEquals(earlier.get("output.weights"), initial(lease, Optional.of(saved(lease, initial(lease, Optional.empty(), 2, 5))), 3, 5).get("output.weights"));
        }
    }

    @Test
    void namesTheHiddenLayerThatDoesNotFit() throws Exception {
        try (Lease lease = Computes.lease("mlp")) {
            Artefact artefact = saved(lease, initial(lease, Optional.empty(), 3, 5));
            String wider = assertThrows(InputException.class, () -> initial(lease, Optional.of(artefact), 3, 6)).getMessage();
            assertTrue(wider.contains("'hidden1.weights' of shape [2, 6], there it is [2, 5]"), wider);
            String deeper = assertThrows(InputException.class, () -> initial(lease, Optional.of(artefact), 3, 5, 5)).getMessage();
            assertTrue(deeper.contains("'hidden2.weights' of shape [5, 5], there is none of that name"), deeper);
        }
    }
}
