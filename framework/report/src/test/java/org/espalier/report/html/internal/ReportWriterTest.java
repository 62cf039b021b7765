package org.espalier.report.html.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.espalier.api.error.InputException;
import org.espalier.core.run.EpochRecord;
import org.espalier.core.run.RunEvent;
import org.espalier.core.run.RunOutcome;
import org.espalier.core.run.RunRecord;
import org.espalier.core.run.RunStore;
import org.espalier.core.run.TrialFigure;
import org.espalier.report.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportWriterTest {
    @TempDir
    Path folder;

    @Test
    void writesTheReportWhenARunEnds() throws IOException {
        new ReportWriter(store()).on(new RunEvent.Finished("gndnets/cora/r1", folder, RunOutcome.COMPLETED, List.of()));
        assertTrue(Files.readString(folder.resolve("report.html")).startsWith("<!DOCTYPE html>"));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void writesNothingBefore() throws IOException {
        new ReportWriter(store()).on(new RunEvent.Started("gndnets/cora/r1", "Cora", 4, 0));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    private RunStore store() {
        RunRecord r = Samples.run(Samples.trials(2), List.of(), List.of());
        RunRecord here = new RunRecord(r.id(), r.experiment(), r.title(), r.paper(), folder, r.started(), r.ended(), r.outcome(), r.settings(), r.provenance(), r.trials(),
                r.verdicts(), r.notes(), r.profiles());
        return new RunStore() {
            @Override
            public Path root() {
                return folder;
            }

            @Override
            public List<RunRecord> list() {
                return List.of(here);
            }

            @Override
            public RunRecord get(String run) {
                throw new InputException("There is no run '" + run + "' in the site's folder");
            }

            @Override
            public RunRecord at(Path place) {
                assertEquals(folder, place);
                return here;
            }

            @Override
            public List<EpochRecord> epochs(RunRecord run) {
                return Samples.epochs(run.trials(), 20);
            }

            @Override
            public List<TrialFigure> figures(RunRecord run) {
                return List.of();
            }
        };
    }
}
