package org.espalier.report.html.internal;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

import org.espalier.api.inspection.Figure;
import org.espalier.api.inspection.Figure.HeatMap;
import org.espalier.api.inspection.Figure.Lines;
import org.espalier.core.run.Statistic;
import org.espalier.report.figure.FigureSet;
import org.espalier.report.figure.Study;

/** Figures and studies in the form that the page's script draws; numbers to five digits. */
final class Pictures {
    /** Numbers of all figures together: about eight characters each. Beyond that only means are in the page; the rest is in the run folder. */
    private static final long NUMBERS = 100_000;

    private Pictures() {
    }

    /**
     * A figure with a chooser.
     *
     * @param name  as the model named it
     * @param title above it
     * @param views what can be chosen
     */
    record Picture(String name, String title, List<View> views) {
    }

    /**
     * Something to draw.
     *
     * @param label what it is
     * @param kind  {@code lines} or {@code map}
     * @param x     horizontal axis of lines
     * @param y     vertical axis of lines
     * @param at    places of lines on the horizontal axis
     * @param names curves, or columns of a heat map
     * @param rows  rows of a heat map
     * @param values a list per curve, or per row
     */
    record View(String label, String kind, String x, String y, List<Double> at, List<String> names, List<String> rows, List<double[]> values) {
    }

    /**
     * A metric over a key.
     *
     * @param metric the metric
     * @param key    the key
     * @param at     its values, ascending
     * @param lines  one for each variant and other keys
     */
    record StudyPicture(String metric, String key, List<Double> at, List<StudyLine> lines) {
    }

    /** Mean, standard deviation and seeds at each value of the key; NaN and 0 where there are none. */
    record StudyLine(String label, double[] mean, double[] sd, double[] seeds) {
    }

    static List<Picture> of(List<FigureSet> sets) {
        boolean all = sets.stream().flatMap(set -> set.views().stream()).mapToLong(view -> size(view.figure())).sum() <= NUMBERS;
        return sets.stream().map(set -> picture(set, all)).toList();
    }

    private static Picture picture(FigureSet set, boolean all) {
        boolean means = set.views().stream().anyMatch(FigureSet.View::mean);
        return new Picture(set.name(), set.views().get(0).figure().title(),
                set.views().stream().filter(view -> all || view.mean() || !means).map(Pictures::view).toList());
    }

    private static long size(Figure figure) {
        return figure instanceof Lines lines ? (long) lines.at().size() * lines.curves().size() : (long) ((HeatMap) figure).rows().size() * ((HeatMap) figure).columns().size();
    }

    private static View view(FigureSet.View view) {
        if (view.figure() instanceof Lines lines) {
            return new View(view.label(), "lines", lines.x(), lines.y(), lines.at(), lines.curves().stream().map(Figure.Curve::name).toList(), List.of(),
                    lines.curves().stream().map(curve -> rounded(curve.values())).toList());
        }
        HeatMap map = (HeatMap) view.figure();
        return new View(view.label(), "map", "", "", List.of(), map.columns(), map.rows(), map.values().stream().map(Pictures::rounded).toList());
    }

    private static double[] rounded(List<Double> values) {
        return values.stream().mapToDouble(EpochGrid::rounded).toArray();
    }

    static List<StudyPicture> ofStudies(List<Study> studies) {
        return studies.stream().map(study -> {
            SortedSet<Double> at = new TreeSet<>();
            study.lines().forEach(line -> at.addAll(line.at().keySet()));
            return new StudyPicture(study.metric(), study.key(), List.copyOf(at), study.lines().stream().map(line -> new StudyLine(line.label(),
                    at(line, at, Statistic::mean), at(line, at, Statistic::sd), at(line, at, Statistic::count))).toList());
        }).toList();
    }

    private static double[] at(Study.Line line, SortedSet<Double> at, ToDoubleFunction<Statistic> part) {
        return at.stream().mapToDouble(x -> line.at().containsKey(x) ? EpochGrid.rounded(part.applyAsDouble(line.at().get(x))) : Double.NaN).toArray();
    }
}
