package org.espalier.report.figure;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.espalier.api.inspection.Figure;
import org.espalier.api.inspection.Figure.Curve;
import org.espalier.api.inspection.Figure.HeatMap;
import org.espalier.api.inspection.Figure.Lines;

/** The mean of figures of one shape, place by place; places without a number are left out of it. */
final class MeanFigure {
    private MeanFigure() {
    }

    /** Empty if the figures do not have the same axes and labels. */
    static Optional<Figure> of(List<Figure> figures) {
        Figure first = figures.get(0);
        if (figures.stream().anyMatch(figure -> !alike(first, figure))) {
            return Optional.empty();
        }
        return Optional.of(first instanceof Lines ? lines(figures.stream().map(Lines.class::cast).toList()) : map(figures.stream().map(HeatMap.class::cast).toList()));
    }

    private static boolean alike(Figure a, Figure b) {
        if (a instanceof Lines x && b instanceof Lines y) {
            return x.at().equals(y.at()) && x.curves().stream().map(Curve::name).toList().equals(y.curves().stream().map(Curve::name).toList());
        }
        return a instanceof HeatMap x && b instanceof HeatMap y && x.rows().equals(y.rows()) && x.columns().equals(y.columns());
    }

    private static Figure lines(List<Lines> all) {
        Lines first = all.get(0);
        List<Curve> curves = IntStream.range(0, first.curves().size())
                .mapToObj(c -> new Curve(first.curves().get(c).name(), mean(all.stream().map(lines -> lines.curves().get(c).values()).toList()))).toList();
        return new Lines(first.title(), first.x(), first.y(), first.at(), curves);
    }

    private static Figure map(List<HeatMap> all) {
        HeatMap first = all.get(0);
        return new HeatMap(first.title(), first.rows(), first.columns(),
                IntStream.range(0, first.rows().size()).mapToObj(r -> mean(all.stream().map(map -> map.values().get(r)).toList())).toList());
    }

    private static List<Double> mean(List<List<Double>> all) {
        return IntStream.range(0, all.get(0).size())
                .mapToObj(i -> all.stream().mapToDouble(values -> values.get(i)).filter(Double::isFinite).average().orElse(Double.NaN)).toList();
    }
}
