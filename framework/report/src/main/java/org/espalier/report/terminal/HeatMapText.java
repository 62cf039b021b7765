package org.espalier.report.terminal;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.espalier.api.inspection.Figure.HeatMap;

/** A matrix in shades: two characters a cell, one where the width is short, the first columns where even that is too much. */
final class HeatMapText {
    private static final String SHADES = " ░▒▓█";
    private static final String LETTERS = " .:*#";
    private static final int LABEL = 16;

    private HeatMapText() {
    }

    static String text(HeatMap map, int width, Plot.Marks marks) {
        double[] finite = map.values().stream().flatMap(List::stream).mapToDouble(Double::doubleValue).filter(Double::isFinite).toArray();
        if (finite.length == 0) {
            return map.title() + "\n(nothing to draw)\n";
        }
        double low = DoubleStream.of(finite).min().orElseThrow();
        double high = DoubleStream.of(finite).max().orElseThrow();
        String shades = marks == Plot.Marks.LETTERS ? LETTERS : SHADES;
        int label = Math.min(LABEL, map.rows().stream().mapToInt(String::length).max().orElse(0));
        int room = Math.max(10, width - label - 1);
        int cell = 2 * map.columns().size() <= room ? 2 : 1;
        int columns = Math.min(map.columns().size(), room / cell);
        StringBuilder text = new StringBuilder(map.title()).append('\n');
        for (int r = 0; r < map.rows().size(); r++) {
            List<Double> row = map.values().get(r);
            text.append(String.format("%" + Math.max(1, label) + "s ", cut(map.rows().get(r), label)));
            text.append(IntStream.range(0, columns).mapToObj(c -> shade(row.get(c), low, high, shades).repeat(cell)).collect(Collectors.joining()).stripTrailing()).append('\n');
        }
        return text.append(foot(map, columns)).append(legend(low, high, shades)).toString();
    }

    private static String shade(double value, double low, double high, String shades) {
        if (!Double.isFinite(value)) {
            return "?";
        }
        int level = high == low ? shades.length() / 2 : (int) Math.min(shades.length() - 1.0, Math.floor((value - low) / (high - low) * shades.length()));
        return shades.substring(level, level + 1);
    }

    private static String foot(HeatMap map, int drawn) {
        String all = "columns: " + String.join(", ", map.columns().subList(0, drawn));
        int left = map.columns().size() - drawn;
        return all + (left > 0 ? " (" + left + " more do not fit)" : "") + "\n";
    }

    private static String legend(double low, double high, String shades) {
        double step = (high - low) / shades.length();
        return IntStream.range(0, shades.length()).mapToObj(i -> "'" + shades.charAt(i) + "' from " + Format.value(low + i * step)).collect(Collectors.joining(", "))
                + " to " + Format.value(high) + "\n";
    }

    private static String cut(String text, int width) {
        return text.length() <= width ? text : text.substring(0, width - 1) + "…";
    }
}
