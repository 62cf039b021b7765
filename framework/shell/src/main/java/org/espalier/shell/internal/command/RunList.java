package org.espalier.shell.internal.command;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import org.espalier.core.run.RunOutcome;
import org.espalier.core.run.RunRecord;
import org.espalier.report.terminal.TextTable;

/** Runs in a table. */
final class RunList {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

    private RunList() {
    }

    static String text(List<RunRecord> runs, List<String> active, int width) {
        TextTable table = new TextTable().left("run").left("title").left("started").left("outcome");
        runs.forEach(r -> table.row(r.id(), r.title(), TIME.format(r.started()), outcome(r, active)));
        return table.isEmpty() ? "No run yet. Start one with: run:start EXPERIMENT" : table.text(width);
    }

    private static String outcome(RunRecord run, List<String> active) {
        return active.contains(run.id()) ? "running" : run.outcome().map(RunOutcome::words).orElse("killed, can be resumed");
    }
}
