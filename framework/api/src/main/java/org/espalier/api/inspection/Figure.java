package org.espalier.api.inspection;

import java.util.List;
import java.util.Objects;

/** Something to look at. Kept as a table of numbers, drawn by the report. Numbers may be NaN: nothing is drawn there. */
public sealed interface Figure {
    /** A few words above the figure. */
    String title();

    /**
     * Curves over a common axis.
     *
     * @param title  a few words above the figure
     * @param x      what the horizontal axis means, with unit if it has one
     * @param y      what the vertical axis means, with unit if it has one
     * @param at     places on the horizontal axis, ascending
     * @param curves the curves, each with a value per place
     */
    record Lines(String title, String x, String y, List<Double> at, List<Curve> curves) implements Figure {
        public Lines {
            Objects.requireNonNull(title, "title");
            at = List.copyOf(at);
            curves = List.copyOf(curves);
            for (Curve curve : curves) {
                if (curve.values().size() != at.size()) {
                    throw new IllegalArgumentException("Figure '" + title + "': curve '" + curve.name() + "' has " + curve.values().size() + " values for " + at.size() + " places");
                }
            }
        }
    }

    /**
     * One curve.
     *
     * @param name   as in the legend
     * @param values a value per place
     */
    record Curve(String name, List<Double> values) {
        public Curve {
            values = List.copyOf(values);
        }
    }

    /**
     * A matrix in colours.
     *
     * @param title   a few words above the figure
     * @param rows    labels of the rows, top to bottom
     * @param columns labels of the columns, left to right
     * @param values  a row of values per row
     */
    record HeatMap(String title, List<String> rows, List<String> columns, List<List<Double>> values) implements Figure {
        public HeatMap {
            Objects.requireNonNull(title, "title");
            rows = List.copyOf(rows);
            columns = List.copyOf(columns);
            values = values.stream().map(List::copyOf).toList();
            int width = columns.size();
            if (values.size() != rows.size() || values.stream().anyMatch(row -> row.size() != width)) {
                throw new IllegalArgumentException("Figure '" + title + "': the values should be " + rows.size() + " rows of " + width);
            }
        }
    }
}
