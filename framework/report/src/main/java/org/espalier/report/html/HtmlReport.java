package org.espalier.report.html;

import java.util.List;

import org.espalier.core.run.EpochRecord;
import org.espalier.core.run.RunRecord;
import org.espalier.core.run.TrialFigure;
import org.espalier.report.html.internal.Page;

/** A run as one HTML file. */
public final class HtmlReport {
    private HtmlReport() {
    }

    /**
     * The whole page: style, script, plotting library and data inside, nothing loaded from elsewhere. Long curves are averaged over neighbouring epochs so that
     * it stays below about a megabyte.
     *
     * @param epochs  the run's epochs, in order of time
     * @param figures what its trained models showed
     */
    public static String page(RunRecord run, List<EpochRecord> epochs, List<TrialFigure> figures) {
        return Page.of(run, epochs, figures);
    }
}
