package org.espalier.host.internal;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.espalier.core.experiment.Plan;
import org.espalier.core.run.ResultRow;
import org.espalier.core.run.RunEvent;
import org.espalier.core.run.RunListener;
import org.espalier.core.run.RunOutcome;
import org.espalier.core.run.RunRecord;
import org.espalier.core.run.RunService.Forecast;
import org.espalier.report.json.Json;

/** Events as JSON, one per line. Epochs are left out: they are in the run folder's {@code metrics.jsonl}. */
final class JsonOutput implements BatchOutput {
    private final PrintStream results;

    JsonOutput(PrintStream results) {
        this.results = results;
    }

    @Override
    public void planned(Plan plan, List<Forecast> forecasts) {
        results.println(Json.line(DryRun.event(plan, forecasts)));
    }

    @Override
    public RunListener listener() {
        return this::on;
    }

    private void on(RunEvent event) {
        if (event instanceof RunEvent.Started started) {
            print("started", started.run(), "title", started.title(), "trials", started.trials(), "already-done", started.alreadyDone());
        } else if (event instanceof RunEvent.TrialStarted trial) {
            print("trial", trial.run(), "trial", trial.trial(), "variant", trial.variant(), "stages", trial.stages());
        } else if (event instanceof RunEvent.Note note) {
            print("note", note.run(), "trial", note.trial(), "text", note.text());
        } else if (event instanceof RunEvent.TrialFinished finished) {
            print("result", finished.run(), "result", finished.result());
        } else if (event instanceof RunEvent.Finished finished) {
            finished.verdicts().forEach(verdict -> print("claim", finished.run(), "verdict", verdict));
        }
    }

    @Override
    public void finished(RunRecord run, int exitCode) {
        print("finished", run.id(), "outcome", run.outcome().map(RunOutcome::words).orElse("unknown"), "exit-code", exitCode,
                "folder", run.folder().toAbsolutePath().toString(), "rows", ResultRow.of(run.trials()));
    }

    /** @param fields names and values by turns */
    private void print(String event, String run, Object... fields) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("event", event);
        line.put("run", run);
        for (int i = 0; i < fields.length; i += 2) {
            line.put((String) fields[i], fields[i + 1]);
        }
        results.println(Json.line(line));
    }
}
