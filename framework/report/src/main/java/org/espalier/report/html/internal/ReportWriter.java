package org.espalier.report.html.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.espalier.core.run.RunEvent;
import org.espalier.core.run.RunListener;
import org.espalier.core.run.RunRecord;
import org.espalier.core.run.RunStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes {@code report.html} into the folder of every run that ends. */
@Component
public final class ReportWriter implements RunListener {
    private final RunStore store;

    @Activate
    public ReportWriter(@Reference RunStore store) {
        this.store = store;
    }

    @Override
    public void on(RunEvent event) {
        if (event instanceof RunEvent.Finished finished) {
            write(store.at(finished.folder()));
        }
    }

    private void write(RunRecord run) {
        Path report = run.folder().resolve("report.html");
        Path unfinished = run.folder().resolve("report.html.part");
        try {
            Files.writeString(unfinished, Page.of(run, store.epochs(run), store.figures(run)));
            Files.move(unfinished, report, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The report '" + report + "' cannot be written", e);
        }
    }
}
