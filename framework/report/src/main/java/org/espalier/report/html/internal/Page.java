package org.espalier.report.html.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.espalier.core.run.EpochRecord;
import org.espalier.core.run.RunRecord;
import org.espalier.core.run.TrialFigure;
import org.espalier.report.figure.FigureSet;
import org.espalier.report.figure.Study;
import org.espalier.report.html.internal.Pictures.Picture;
import org.espalier.report.html.internal.Pictures.StudyPicture;
import org.espalier.report.json.Json;

/** Fills the template of the page. */
public final class Page {
    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z-]+)}}");

    private static final String CURVES = "<div id=\"legend\"></div>\n<div id=\"charts\"></div>\n<p class=\"hint\">Strong lines are means over seeds, faint ones single seeds. "
            + "Drag to zoom, double-click to go back.</p>\n";

    private static final String STUDIES = "<div id=\"studies\"></div>\n<p class=\"hint\">Means over seeds; the band is one standard deviation to either side.</p>\n";
    private static final String FIGURES = "<div id=\"figures\"></div>\n<p class=\"hint\">The numbers are in artefacts/TRIAL/STAGE/figures of the run folder.</p>\n";

    private Page() {
    }

    public static String of(RunRecord run, List<EpochRecord> epochs, List<TrialFigure> shown) {
        List<Picture> figures = Pictures.of(FigureSet.of(run, shown));
        List<StudyPicture> studies = Pictures.ofStudies(Study.of(run));
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("title", Html.escape(run.title()));
        parts.put("heading", Heading.html(run));
        parts.put("claims", ClaimSection.html(run.verdicts()));
        parts.put("results", ResultSection.html(run.trials()));
        parts.put("curves", epochs.isEmpty() ? "" : Html.section("curves", "Curves", CURVES));
        parts.put("studies", studies.isEmpty() ? "" : Html.section("study", "Study", STUDIES));
        parts.put("figures", figures.isEmpty() ? "" : Html.section("inside", "Inside the model", FIGURES));
        parts.put("configuration", SettingSection.html(run.settings()));
        parts.put("provenance", ProvenanceSection.html(run.provenance()));
        parts.put("notes", NoteSection.html(run));
        parts.put("data", Html.script(Json.line(DrawingData.of(run, epochs, studies, figures))));
        parts.put("style", resource("report.css"));
        parts.put("script", resource("report.js"));
        parts.put("plot-style", resource("uplot/uPlot.min.css"));
        parts.put("plot-script", resource("uplot/uPlot.iife.min.js"));
        parts.put("plot-licence", resource("uplot/LICENSE"));
        return filled(resource("report.html"), parts);
    }

    private static String filled(String template, Map<String, String> parts) {
        return PLACE.matcher(template).replaceAll(place -> Matcher.quoteReplacement(Objects.requireNonNull(parts.get(place.group(1)), place.group())));
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Page.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
