package org.espalier.host.internal;

import java.io.PrintStream;
import java.util.List;

import org.espalier.core.experiment.Plan;
import org.espalier.core.run.RunListener;
import org.espalier.core.run.RunRecord;
import org.espalier.core.run.RunService.Forecast;
import org.espalier.report.terminal.ProgressView;
import org.espalier.report.terminal.RunSummary;

/** Progress as plain lines on standard error, summaries as results. */
final class TextOutput implements BatchOutput {
    private final PrintStream results;

    TextOutput(PrintStream results) {
        this.results = results;
    }

    @Override
    public void planned(Plan plan, List<Forecast> forecasts) {
        results.print(DryRun.text(plan, forecasts));
    }

    @Override
    public RunListener listener() {
        return new ProgressView(System.err, false);
    }

    @Override
    public void finished(RunRecord run, int exitCode) {
        results.print(RunSummary.text(run, TerminalOutput.width()));
    }
}
