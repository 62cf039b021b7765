package org.espalier.peerreview.internal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.espalier.api.compute.Lease;
import org.espalier.api.dataset.Part;
import org.espalier.api.error.InputException;
import org.espalier.api.inspection.Figure;
import org.espalier.api.inspection.Inspection;
import org.espalier.api.metric.Predictions.Ranking;
import org.espalier.api.trainer.Trained;
import org.espalier.data.judgment.JudgmentData;
import org.espalier.data.judgment.Roster;
import org.espalier.data.judgment.VerdictPair;
import org.espalier.data.judgment.io.JudgmentsBuilder;
import org.espalier.peerreview.internal.metric.Inversions;
import org.espalier.testkit.fixture.FolderArtefacts;
import org.espalier.testkit.fixture.InMemoryCheckpoints;
import org.espalier.testkit.fixture.RecordingProgress;
import org.espalier.testkit.fixture.TestRandomSource;
import org.espalier.testkit.fixture.TestTrial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelsTest {
    private static final int MODELS = 8;
    private static final Lease NO_DEVICE = (Lease) Proxy.newProxyInstance(Lease.class.getClassLoader(), new Class<?>[] {Lease.class}, (proxy, method, arguments) -> {
        throw new AssertionError("These models use no device");
    });

    @TempDir
    Path folder;

    private final RecordingProgress progress = new RecordingProgress();

    /** The lower its number, the better a model answers and reviews. */
    private static JudgmentData pool() {
        Roster roster = new Roster(IntStream.range(0, MODELS).mapToObj(j -> "M" + j).toList(), List.of("human"));
        JudgmentsBuilder builder = new JudgmentsBuilder(roster, true);
        Random random = new Random(5);
        for (int question = 0; question < 2000; question++) {
            int a = random.nextInt(MODELS);
            int b = (a + 1 + random.nextInt(MODELS - 1)) % MODELS;
            int reviewer = random.nextInt(MODELS + 1);
            boolean right = reviewer == MODELS || random.nextDouble() < 0.95 - 0.06 * reviewer;
            builder.add(question % 50, a, b, reviewer, VerdictPair.ofOutcome(a < b == right ? VerdictPair.FIRST_WINS : VerdictPair.SECOND_WINS));
        }
        return builder.build("pool").withTruth(IntStream.range(0, MODELS).toArray());
    }

    private TestTrial trial() {
        return new TestTrial(new TestRandomSource(1), progress, new InMemoryCheckpoints(progress::stopping), new FolderArtefacts("main", folder), NO_DEVICE);
    }

    private <T> T make(Class<T> extension, Map<String, String> settings) {
        return trial().make(extension, settings);
    }

    private Trained train(Map<String, String> model, Map<String, String> trainer) {
        return make(ConsistencyTrainer.class, trainer).train(make(Pico.class, model), pool());
    }

    @ParameterizedTest
    @CsvSource({"rank, count", "default, count", "elo, count", "rank, weighted"})
    void picoFindsTheOrder(String scoring, String normalise) {
        Ranking ranking = (Ranking) train(Map.of("scoring", scoring, "normalise", normalise), Map.of()).predict(Part.TEST);
        assertTrue(new Inversions().of(ranking) <= 1, () -> Arrays.toString(ranking.scores()));
    }

    @Test
    void everyEpochOfEveryStageIsReported() {
        train(Map.of("eliminate-count", "2"), Map.of("epochs", "5"));
        assertEquals(15, progress.reports().size());
        assertTrue(folder.resolve(ConsistencyTrainer.WEIGHTS).toFile().exists());
    }

    @Test
    void aStoppedTrialStartsAnewInTheSameSteps() {
        train(Map.of(), Map.of());
        var first = progress.reports().toString();
        RecordingProgress again = new RecordingProgress();
        TestTrial other = new TestTrial(new TestRandomSource(1), again, new InMemoryCheckpoints(again::stopping), new FolderArtefacts("main", folder), NO_DEVICE);
        other.make(ConsistencyTrainer.class, Map.of()).train(other.make(Pico.class, Map.of()), pool());
        assertEquals(first, again.reports().toString());
    }

    @ParameterizedTest
    @CsvSource({"k, 0", "eliminate, 1", "eliminate, -0.1"})
    void refusesSettingsOfTheModel(String key, String value) {
        assertNames(key, () -> make(Pico.class, Map.of(key, value)));
    }

    @ParameterizedTest
    @CsvSource({"epochs, 0", "learning-rate, 0", "learning-rate, -1", "learning-rate, NaN", "learning-rate, Infinity"})
    void refusesSettingsOfTheTrainer(String key, String value) {
        assertNames(key, () -> make(ConsistencyTrainer.class, Map.of(key, value)));
    }

    private static void assertNames(String key, Executable make) {
        Throwable refused = assertThrows(RuntimeException.class, make);
        while (!(refused instanceof InputException) && refused.getCause() != null) {
            refused = refused.getCause();
        }
        assertTrue(refused instanceof InputException && refused.getMessage().contains(key), refused.toString());
    }

    @Test
    void refusesToEliminateEverybody() {
        assertNames("eliminate-count", () -> train(Map.of("eliminate-count", "8"), Map.of()));
    }

    @Test
    void everyAggregationRanksAll() {
        Map<Class<? extends Aggregation>, Map<String, String>> all = Map.of(Uniform.class, Map.of(), Majority.class, Map.of(), OrderWeights.class, Map.of(), SingleReviewer.class, Map.of("reviewer", "human"),
                Prd.class, Map.of("rating", "elo"), Pre.class, Map.of("contests", "40"));
        all.forEach((model, settings) -> {
            Ranking ranking = (Ranking) make(model, settings).predictions(pool(), Part.TEST);
            assertTrue(new Inversions().of(ranking) <= 5, () -> model + " " + Arrays.toString(ranking.scores()));
        });
    }

    @Test
    void saysWhichJudgeOrModelIsMissing() {
        assertNames("PandaLM", () -> make(SingleReviewer.class, Map.of("reviewer", "PandaLM")).predictions(pool(), Part.TEST));
        assertNames("flan-t5-xxl", () -> make(GptScore.class, Map.of()).predictions(pool(), Part.TEST));
        assertNames("examiner", () -> make(Pre.class, Map.of("examiner", "nobody")).predictions(pool(), Part.TEST));
    }

    @Test
    void countsAloneAreNotEnoughForMajorityVoting() {
        JudgmentData pool = pool();
        JudgmentData counts = new JudgmentData("counts", pool.roster(), pool.counts(), Optional.empty(), pool.tallies(), pool.truth());
        assertNames("keep-judgments", () -> make(Majority.class, Map.of()).predictions(counts, Part.TEST));
    }

    @Test
    void showsGapsCostsAndWeights() {
        Pico pico = make(Pico.class, Map.of());
        make(ConsistencyTrainer.class, Map.of()).train(pico, pool());
        Map<String, Object> shown = new TreeMap<>();
        pico.inspector(pool()).orElseThrow().report(new Inspection() {
            @Override
            public void number(String name, double value) {
                shown.put(name, value);
            }

            @Override
            public void figure(String name, Figure figure) {
                shown.put(name, figure);
            }
        });
        assertEquals(4.0, shown.get("eliminated-reviewers"));
        assertEquals(4000.0, shown.get("prompts"));
        assertTrue((double) shown.get("preference-gap-weighted") < (double) shown.get("preference-gap"), shown::toString);
        assertTrue(shown.get("preference-gap") instanceof Double && shown.get("weights") instanceof Figure.HeatMap, shown::toString);
    }
}
