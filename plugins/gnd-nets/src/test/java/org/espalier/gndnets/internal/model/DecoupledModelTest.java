package org.espalier.gndnets.internal.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.espalier.api.compute.Lease;
import org.espalier.api.compute.Parameters;
import org.espalier.api.compute.Program;
import org.espalier.api.compute.ProgramRequest;
import org.espalier.api.compute.TrainingProgram;
import org.espalier.api.dataset.Part;
import org.espalier.api.error.InputException;
import org.espalier.api.metric.Predictions.ClassScores;
import org.espalier.api.model.Mode;
import org.espalier.api.model.Network;
import org.espalier.data.graph.GraphData;
import org.espalier.data.graph.GraphMatrices;
import org.espalier.gndnets.internal.decoupled.HopModel;
import org.espalier.gndnets.internal.decoupled.HopTrainer;
import org.espalier.testkit.ExtensionContract;
import org.espalier.testkit.fixture.Computes;
import org.espalier.testkit.fixture.FolderArtefacts;
import org.espalier.testkit.fixture.InMemoryCheckpoints;
import org.espalier.testkit.fixture.RecordingProgress;
import org.espalier.testkit.fixture.TestRandomSource;
import org.espalier.testkit.fixture.TestTrial;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Sgd;

class DecoupledModelTest extends ExtensionContract {
    private static final int HOPS = 3;

    private final Lease lease = Computes.lease("decoupled");
    private final GraphData data = Rings.data();

    @Override
    protected Class<?> extension() {
        return DecoupledModel.class;
    }

    @AfterEach
    void giveLeaseBack() {
        lease.close();
    }

    /** P^k (X W1) = (P^k X) W1. */
    @Test
    void evaluatesToTheScoresOfTheWholeNetwork() throws Exception {
        for (String mixture : List.of("slp", "ppr", "heat")) {
            GndModel whole = new GndModel(new GndModel.Parameters(GndModel.Kind.valueOf(mixture.toUpperCase(Locale.ROOT)), Optional.of(4), HOPS, 1, 2, 1, 0, 0, false), new TestRandomSource(1));
            double[] expected = lease.call(() -> {
                Network network = whole.network(data, Mode.EVALUATION);
                try (Program program = lease.compile(ProgramRequest.inference(network, lease.parameters(network.initialValues())))) {
                    program.run();
                    return ((ClassScores) whole.predictions(data, Part.TEST, program.output("output"))).scores();
                }
            });
            assertArrayEquals(expected, scores(model(Map.of("hidden", "4", "diffusion", mixture))), 1e-5);
        }
    }

    @Test
    void forecastsForTheHopsThatThereAre() throws Exception {
        long assumed = trial(new FolderArtefacts("none", folder)).make(DecoupledModel.class, Map.of()).nativeMemory(data).orElseThrow();
        long known = model(Map.of()).nativeMemory(data).orElseThrow();
        assertEquals((long) (1.25 * 4 * 1024 * 3 * (20 - HOPS) * data.features().cols()), assumed - known, 1);
    }

    @Test
    void learnsFromBatches() throws Exception {
        DecoupledModel model = model(Map.of("hidden", "8", "dropout", "0.1", "l2", "0"));
        List<Double> losses = new ArrayList<>();
        lease.call(() -> {
            Network network = model.network(data, Mode.TRAINING, 4);
            try (TrainingProgram program = lease.compileTraining(ProgramRequest.training(network, lease.parameters(network.initialValues()), new Sgd(0.5), 1))) {
                model.batch(data, Part.TRAIN, new int[] {0, 1, 2, 3}).forEach(program::feed);
                for (int i = 0; i < 100; i++) {
                    losses.add(program.step());
                }
            }
            return null;
        });
        assertTrue(losses.get(99) < losses.get(0) / 2, losses.get(0) + " to " + losses.get(99));
    }

    @Test
    void knowsTheLabelledNodesOfEachPart() throws Exception {
        DecoupledModel model = model(Map.of());
        for (Part part : Part.values()) {
            assertEquals(Rings.labelled(part), model.examples(data, part));
        }
    }

    @Test
    void tellsHowToGetDiffusedFeatures() {
        DecoupledModel bare = trial(new FolderArtefacts("none", folder)).make(DecoupledModel.class, Map.of());
        assertTrue(assertThrows(InputException.class, () -> bare.network(data, Mode.EVALUATION, 1)).getMessage().contains("trainer gndnets.diffuse"));
    }

    @Test
    void refusesFeaturesOfAnotherGraph() throws Exception {
        DecoupledModel model = model(Map.of());
        GraphData other = data.withFeatures(GraphMatrices.identity(data.nodes()));
        assertTrue(assertThrows(InputException.class, () -> model.network(other, Mode.EVALUATION, 1)).getMessage().contains("give both stages the same dataset"));
    }

    private double[] scores(DecoupledModel model) throws Exception {
        return lease.call(() -> {
            Parameters parameters = lease.parameters(model.network(data, Mode.TRAINING, 2).initialValues());
            int count = model.examples(data, Part.TEST);
            int[] examples = IntStream.range(0, count).toArray();
            Network network = model.network(data, Mode.EVALUATION, count);
            Map<String, INDArray> batch = model.batch(data, Part.TEST, examples);
            try (Program program = lease.compile(ProgramRequest.inference(network, parameters))) {
                network.graph().placeHolders().forEach(placeholder -> program.feed(placeholder.name(), batch.get(placeholder.name())));
                program.run();
                return ((ClassScores) model.predictions(data, Part.TEST, examples, program.output("output"))).scores();
            }
        });
    }

    /** With features diffused by an earlier stage. */
    private DecoupledModel model(Map<String, String> settings) throws Exception {
        FolderArtefacts artefacts = new FolderArtefacts("diffuse", folder);
        lease.call(() -> trial(artefacts).make(HopTrainer.class, Map.of()).train(trial(artefacts).make(HopModel.class, Map.of("hops", Integer.toString(HOPS))), data));
        Map<String, String> all = new HashMap<>(settings);
        all.put("features.from", "diffuse");
        all.put("features.artefact", "hops.bin");
        return trial(artefacts).after(artefacts).make(DecoupledModel.class, all);
    }

    private TestTrial trial(FolderArtefacts artefacts) {
        RecordingProgress progress = new RecordingProgress();
        return new TestTrial(new TestRandomSource(1), progress, new InMemoryCheckpoints(progress::stopping), artefacts, lease);
    }
}
