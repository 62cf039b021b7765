package org.espalier.core.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.espalier.api.error.InputException;
import org.espalier.api.inspection.Figure;
import org.espalier.core.bench.CaseTiming;
import org.espalier.core.experiment.Plan;
import org.espalier.core.experiment.Trial;
import org.espalier.core.run.ResultRow;
import org.espalier.core.run.RunEvent;
import org.espalier.core.run.RunHandle;
import org.espalier.core.run.RunOutcome;
import org.espalier.core.run.RunRecord;
import org.espalier.core.run.TrialFigure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The engine from plan to files, with toy extensions and a device that runs work on the caller's thread. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class EngineTest {
    private static final String ONE_STAGE = """
            id: toy/one
            title: Toys
            stages: {main: {dataset: {use: toy.data}, model: {use: toy.model}, trainer: {use: toy.trainer, epochs: 3}, metrics: [score]}}
            seeds: 2
            variants:
              low: {main.trainer.level: 1}
              high: {main.trainer.level: 5}
            claims:
              - {says: high is better, check: mean(score | high) - mean(score | low) >= 3}
            """;
    private static final String TWO_STAGES = """
            id: toy/two
            title: Two stages
            stages:
              pretrain: {dataset: {use: toy.data}, model: {use: toy.model}, trainer: {use: toy.trainer, epochs: 2, level: 7}, metrics: [score]}
              main:
                dataset: {use: toy.data}
                model: {use: toy.model, start: {from: pretrain, artefact: weights}}
                trainer: {use: toy.trainer, epochs: 2}
                metrics: [score]
            """;

    @TempDir
    Path folder;
    private ToyHost host;

    @BeforeEach
    void start() {
        host = new ToyHost(folder);
    }

    @Test
    void runsEveryVariantAndSeedAndDecidesClaims() throws Exception {
        RunRecord record = host.run(ONE_STAGE);
        assertEquals(RunOutcome.COMPLETED, record.outcome().orElseThrow());
        assertEquals(4, record.trials().size());
        ResultRow high = ResultRow.of(record.trials()).stream().filter(row -> row.variant().equals("high")).findFirst().orElseThrow();
        assertEquals(2, high.metrics().get("score").count());
        assertEquals("holds", record.verdicts().get(0).decision().words());
        assertEquals(12, host.store().epochs(record).size());
        for (String file : List.of("run.json", "config.yaml", "experiment.yaml", "provenance.json", "metrics.jsonl", "results.jsonl", "events.jsonl", "claims.jsonl")) {
            assertTrue(Files.exists(record.folder().resolve(file)), file);
        }
    }

    @Test
    void anUndefinedMetricIsKeptAsSuchAndLeavesItsClaimsUndecided() throws Exception {
        RunRecord record = host.run(ONE_STAGE, "variants=[low,high]", "main.trainer.level=-9");
        assertEquals(RunOutcome.COMPLETED, record.outcome().orElseThrow());
        assertTrue(record.trials().stream().allMatch(trial -> trial.metrics().get("score").isNaN()), record.trials().toString());
        assertTrue(record.notes().contains("Metric 'score' is undefined on the test part of stage 'main': the toy is below 0"), record.notes().toString());
        assertTrue(record.verdicts().get(0).reason().orElseThrow().endsWith("2 of 2 trials in which score is undefined"), record.verdicts().toString());
    }

    @Test
    void handsArtefactsOnAndReusesAFinishedStage() throws Exception {
        RunRecord first = host.run(TWO_STAGES);
        assertEquals(7.0, first.trials().get(0).metrics().get("pretrain/score"), 0.5);
        assertEquals(7.0, first.trials().get(0).metrics().get("score"), 0.5);
        RunRecord second = host.run(TWO_STAGES);
        assertEquals(first.trials().get(0).metrics(), second.trials().get(0).metrics());
        assertTrue(second.notes().get(0).contains("'pretrain' was done before, in run " + first.id()));
        RunRecord changed = host.run(TWO_STAGES, "pretrain.trainer.level=2");
        assertTrue(changed.notes().isEmpty());
    }

    @Test
    void keepsWhatAModelShowsBesideItsMetrics() throws Exception {
        RunRecord record = host.run(ONE_STAGE.replace("use: toy.model", "use: toy.model, shows: looks").replace("mean(score | high) - mean(score | low) >= 3", "mean(looks | high) >= 3"));
        assertEquals(3, record.trials().get(0).metrics().get("looks"));
        assertEquals("holds", record.verdicts().get(0).decision().words());
        List<TrialFigure> figures = host.store().figures(record);
        assertEquals(4, figures.size());
        assertEquals(new TrialFigure(record.trials().get(0).trial(), "main", "looks", new Figure.HeatMap("Looks", List.of("row"), List.of("column"), List.of(List.of(3.0)))), figures.get(0));
        assertTrue(record.notes().contains("The number 'nothing' of model 'toy.model' is NaN; it is left out"), record.notes().toString());
    }

    @Test
    void aNumberNamedLikeAMetricIsThePluginsFault() throws Exception {
        RunRecord record = host.run(ONE_STAGE.replace("use: toy.model", "use: toy.model, shows: score"));
        assertEquals(RunOutcome.PLUGIN_FAULT, record.outcome().orElseThrow());
        String message = record.trials().get(0).message();
        assertTrue(message.startsWith("Plugin 'toy' failed while model 'toy.model' was reporting what its inspector found") && message.endsWith("the number 'score' has the name of a metric of stage 'main'"), message);
    }

    @Test
    void stoppedRunIsResumedWhereItWas() throws Exception {
        String slow = ONE_STAGE.replace("epochs: 3", "epochs: 40, gated: true").replace("seeds: 2", "seeds: 1");
        RunHandle handle = host.start(slow);
        ToyPlugin.WAITING.release(3);
        host.awaitEpochs(3);
        handle.stop();
        ToyPlugin.WAITING.release(2);
        RunRecord stopped = handle.await();
        assertEquals(RunOutcome.INTERRUPTED, stopped.outcome().orElseThrow());
        int before = host.store().epochs(stopped).size();
        ToyPlugin.WAITING.release(1_000);
        RunRecord resumed = host.service().resume(stopped.id(), host.options()).await();
        assertEquals(RunOutcome.COMPLETED, resumed.outcome().orElseThrow());
        assertEquals(80, host.store().epochs(resumed).size());
        assertTrue(resumed.trials().stream().mapToInt(t -> t.epochs()).sum() <= 80 - before + 2, "epochs done before the stop must not be done again");
    }

    @Test
    void faultOfAPluginNamesItAndSparesTheOtherTrials() throws Exception {
        RunRecord record = host.run(ONE_STAGE.replace("low: {main.trainer.level: 1}", "low: {main.trainer.fail: throw}"));
        assertEquals(RunOutcome.PLUGIN_FAULT, record.outcome().orElseThrow());
        assertEquals(2, record.trials().stream().filter(t -> t.outcome() == RunOutcome.COMPLETED).count());
        String message = record.trials().stream().filter(t -> t.outcome() == RunOutcome.PLUGIN_FAULT).findFirst().orElseThrow().message();
        assertTrue(message.startsWith("Plugin 'toy' failed while trainer 'toy.trainer' was training toy.model"), message);
    }

    @Test
    void faultInAConstructorIsThePluginsToo() throws Exception {
        RunRecord record = host.run(ONE_STAGE.replace("model: {use: toy.model}", "model: {use: toy.model, explode: true}"));
        assertEquals(RunOutcome.PLUGIN_FAULT, record.outcome().orElseThrow());
        assertTrue(record.trials().get(0).message().contains("IllegalStateException: boom"), record.trials().get(0).message());
    }

    @Test
    void predictionsThatAreNotFiniteAreDivergence() throws Exception {
        RunRecord record = host.run(ONE_STAGE.replace("low: {main.trainer.level: 1}", "low: {main.trainer.fail: nan}"));
        assertEquals(RunOutcome.DIVERGED, record.outcome().orElseThrow());
        assertTrue(record.trials().stream().anyMatch(t -> t.message().contains("Try: a smaller learning rate")));
        assertEquals("not decided", record.verdicts().get(0).decision().words());
    }

    @Test
    void missingDataLeavesNothingBehind() throws IOException {
        String message = assertThrows(InputException.class, () -> host.run(ONE_STAGE.replace("{use: toy.data}", "{use: toy.data, file: absent.txt}"))).getMessage();
        assertTrue(message.contains("absent.txt"), message);
        try (Stream<Path> files = Files.exists(folder.resolve("runs")) ? Files.walk(folder.resolve("runs")) : Stream.empty()) {
            assertFalse(files.anyMatch(Files::isRegularFile));
        }
    }

    @Test
    void runFolderThatCannotBeWrittenIsOneSentence() throws Exception {
        Files.writeString(folder.resolve("file"), "in the way");
        String message = assertThrows(InputException.class, () -> host.run(ONE_STAGE, "runs.root=" + folder.resolve("file/runs"))).getMessage();
        assertTrue(message.startsWith("Cannot write the run folder ") && message.contains("runs.root=FOLDER"), message);
    }

    @Test
    void listenersHearOfFinishedBeforeTheWaitingCallerDoes() throws Exception {
        host.run(ONE_STAGE);
        assertTrue(host.events().get(host.events().size() - 1) instanceof RunEvent.Finished);
    }

    @Test
    void timesWhatADatasetListsAsABenchmark() throws Exception {
        Plan plan = host.plan(ONE_STAGE, "variants=[low]");
        CaseTiming load = host.bench().bench(plan, plan.representatives().get("low"), 3).cases().get(0);
        assertEquals(List.of("low", "toy.data", "load", 3, 4L, "toys"), List.of(load.label(), load.extension(), load.name(), load.repetitions(), load.units(), load.unit()));
        assertTrue(load.seconds().min() > 0 && load.seconds().median() <= load.seconds().max() && load.rate() > 0, load.toString());
    }

    @Test
    void aValueAppliesToTheVariantsThatKnowIt() throws Exception {
        String mixed = ONE_STAGE.replace("low: {main.trainer.level: 1}", "low: {main.trainer: {use: toy.idle}}");
        Plan plan = host.plan(mixed, "main.trainer.level=9");
        assertEquals(List.of("main.trainer.level=9 does not apply where toy.idle is used, which has no such parameter"), plan.remarks());
        assertFalse(plan.representatives().get("low").stages().get(0).trainer().values().containsKey("level"));
        assertEquals("9", plan.representatives().get("high").stages().get(0).trainer().values().get("level").value());
        assertEquals("9", host.plan(ONE_STAGE.replace("claims:", "sweep: {main.trainer.use: [toy.trainer, toy.idle]}\nclaims:").replace("{main.trainer.level: 1}", "{}").replace("{main.trainer.level: 5}", "{}").replace(", epochs: 3", ""),
                "main.trainer.level=9").representatives().get("low,use=toy.trainer").stages().get(0).trainer().values().get("level").value());
        assertRefused("Key 'main.trainer.levle' (command line) is unknown", "Did you mean 'level'?", ONE_STAGE, "main.trainer.levle=9");
        assertTrue(assertThrows(InputException.class, () -> host.plan(mixed, "main.trainer.levle=9")).getMessage().contains("is unknown"));
    }

    @Test
    void aSweptValueMakesTrialsOfTheVariantsThatKnowItOnly() throws Exception {
        String mixed = ONE_STAGE.replace("low: {main.trainer.level: 1}", "low: {main.trainer: {use: toy.idle}}");
        Plan plan = host.plan(mixed, "sweep.main.trainer.level=[8, 9]", "seeds=1");
        assertEquals(List.of("low,seed=1", "high,level=8,seed=1", "high,level=9,seed=1"), plan.trials().stream().map(Trial::id).toList());
        assertEquals(List.of("sweep.main.trainer.level does not apply where toy.idle is used, which has no such parameter"), plan.remarks());
        assertTrue(assertThrows(InputException.class, () -> host.plan(mixed, "sweep.main.trainer.levle=[8, 9]")).getMessage().contains("is unknown"));
    }

    @Test
    void planRefusesWhatDoesNotFit() {
        assertRefused("Key 'main.model.use' (experiment (", "There is no model 'toy.modle'. Did you mean 'toy.model'?", ONE_STAGE.replace("use: toy.model", "use: toy.modle"));
        assertRefused("Key 'main.modle.use' (experiment (", "stage 'main' has dataset, model, trainer and metrics. Did you mean 'model'?",
                ONE_STAGE.replace("model: {use: toy.model}", "modle: {use: toy.model}"));
        assertRefused("Key 'mian.trainer.epochs' (command line) is unknown", "Did you mean 'main.trainer.epochs'?", ONE_STAGE, "mian.trainer.epochs=3");
        assertRefused("Model 'toy.model' needs data of kind toys, but dataset 'toy.tools' is tools", "", ONE_STAGE.replace("use: toy.data", "use: toy.tools"));
        assertRefused("Metric 'other' judges values, but model 'toy.model' predicts class-scores", "", ONE_STAGE.replace("[score]", "[other]"));
        assertRefused("Key 'main.model.start.artefact'", "takes an artefact of stage 'after', which is not an earlier stage.",
                ONE_STAGE.replace("{use: toy.model}", "{use: toy.model, start: {from: after, artefact: weights}}"));
    }

    private void assertRefused(String begin, String end, String experiment, String... overrides) {
        String message = assertThrows(InputException.class, () -> host.plan(experiment, overrides)).getMessage();
        assertTrue(message.startsWith(begin) && message.endsWith(end), message);
    }
}
