package org.espalier.core.internal.run;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.espalier.api.error.DivergedException;
import org.espalier.api.error.InputException;
import org.espalier.core.experiment.Stage;
import org.espalier.core.experiment.Trial;
import org.espalier.core.internal.store.RunFolderException;
import org.espalier.core.run.RunEvent;
import org.espalier.core.run.RunOutcome;
import org.espalier.core.run.TrialResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a trial's stages and turns whatever happens into a result. */
final class TrialRunner {
    private static final Logger LOG = LoggerFactory.getLogger(TrialRunner.class);

    private final RunSetting run;
    private final StageRunner stages;

    TrialRunner(RunSetting run, StageRunner stages) {
        this.run = run;
        this.stages = stages;
    }

    /**
     * The result; empty if the trial was stopped and is to be continued on resuming.
     *
     * @throws RunFolderException if the run's files cannot be written
     */
    Optional<TrialResult> run(Trial trial) {
        run.events().publish(new RunEvent.TrialStarted(run.id(), trial.id(), trial.variant(), trial.stages().size()));
        long begin = System.nanoTime();
        Map<String, StageOutcome> done = new LinkedHashMap<>();
        try {
            for (Stage stage : trial.stages()) {
                done.put(stage.name(), stages.run(trial, stage, done));
            }
            return Optional.of(result(trial, done, begin, RunOutcome.COMPLETED, ""));
        } catch (CancellationException | InterruptedException e) {
            return Optional.empty();
        } catch (DivergedException e) {
            return Optional.of(result(trial, done, begin, RunOutcome.DIVERGED, e.getMessage()));
        } catch (RunFolderException e) {
            throw e;
        } catch (InputException e) {
            return Optional.of(result(trial, done, begin, RunOutcome.BAD_INPUT, e.getMessage()));
        } catch (PluginFault e) {
            LOG.error("{}", e.getMessage(), e);
            return Optional.of(result(trial, done, begin, RunOutcome.PLUGIN_FAULT, e.getMessage()));
        } catch (IOException e) {
            return Optional.of(result(trial, done, begin, RunOutcome.BAD_INPUT, "Cannot read the data of trial '" + trial.id() + "': " + e.getMessage()));
        }
    }

    private static TrialResult result(Trial trial, Map<String, StageOutcome> done, long begin, RunOutcome outcome, String message) {
        Map<String, Double> metrics = new LinkedHashMap<>();
        String last = trial.stages().get(trial.stages().size() - 1).name();
        if (outcome == RunOutcome.COMPLETED) {
            done.get(last).metrics().forEach(metrics::put);
            done.forEach((stage, made) -> made.metrics().forEach((name, value) -> metrics.putIfAbsent(stage.equals(last) ? name : stage + "/" + name, value)));
        }
        int epochs = done.values().stream().mapToInt(StageOutcome::epochs).sum();
        long memory = done.values().stream().mapToLong(StageOutcome::memory).max().orElse(0);
        return new TrialResult(trial.id(), trial.variant(), trial.point(), trial.seed(), outcome, metrics, epochs, (System.nanoTime() - begin) / 1e9, memory, message);
    }
}
