package org.espalier.core.internal.store;

import java.util.List;
import java.util.Locale;

import org.espalier.api.inspection.Figure.HeatMap;

/** A heat map as a picture that any browser or text program shows: white for the least value, dark blue for the greatest, grey where there is none. */
final class HeatMapSvg {
    private static final int CELL = 18;
    private static final int LABELS = 150;
    private static final int TITLE = 30;
    private static final int[] DARK = {8, 48, 107};

    private HeatMapSvg() {
    }

    static String of(HeatMap map) {
        int width = LABELS + CELL * map.columns().size() + CELL;
        int height = TITLE + LABELS + CELL * map.rows().size() + CELL;
        StringBuilder svg = new StringBuilder(String.format(Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"11\">%n<title>%s</title>%n", width, height, escaped(map.title())));
        for (int column = 0; column < map.columns().size(); column++) {
            int x = LABELS + CELL * column + CELL - 5;
            svg.append(String.format(Locale.ROOT, "<text transform=\"translate(%d %d) rotate(-90)\">%s</text>%n", x, TITLE + LABELS - 4, escaped(map.columns().get(column))));
        }
        for (int row = 0; row < map.rows().size(); row++) {
            row(map, row, svg);
        }
        return svg.append("</svg>\n").toString();
    }

    private static void row(HeatMap map, int row, StringBuilder svg) {
        int y = TITLE + LABELS + CELL * row;
        svg.append(String.format(Locale.ROOT, "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>%n", LABELS - 4, y + CELL - 5, escaped(map.rows().get(row))));
        for (int column = 0; column < map.columns().size(); column++) {
            double value = map.values().get(row).get(column);
            svg.append(String.format(Locale.ROOT, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"><title>%s, %s: %.4g</title></rect>%n", LABELS + CELL * column, y, CELL, CELL,
                    colour(map.values(), value), escaped(map.rows().get(row)), escaped(map.columns().get(column)), value));
        }
    }

    private static String colour(List<List<Double>> values, double value) {
        if (!Double.isFinite(value)) {
            return "#cccccc";
        }
        double least = values.stream().flatMap(List::stream).mapToDouble(v -> v).filter(Double::isFinite).min().orElse(0);
        double most = values.stream().flatMap(List::stream).mapToDouble(v -> v).filter(Double::isFinite).max().orElse(1);
        double share = most > least ? (value - least) / (most - least) : 0;
        return String.format("#%02x%02x%02x", shade(0, share), shade(1, share), shade(2, share));
    }

    private static int shade(int channel, double share) {
        return (int) Math.round(255 - share * (255 - DARK[channel]));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
