package org.espalier.report.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Curves in a terminal: axes with their ends labelled, a legend below. Points that are not finite are left out. */
public final class Plot {
    private static final int LABEL = 10;
    private static final int[] COLOURS = {34, 31, 32, 35, 36, 33};

    private Plot() {
    }

    /**
     * A line to draw.
     *
     * @param name for the legend
     * @param x    positions
     * @param y    values, as many
     */
    public record Curve(String name, double[] x, double[] y) {
        public Curve {
            if (x.length != y.length) {
                throw new IllegalArgumentException(x.length + " positions for " + y.length + " values");
            }
        }
    }

    /** How curves are told apart. */
    public enum Marks {
        /** Fine dots in colours; needs a terminal with both. */
        COLOURED_DOTS,
        /** Letters; reads anywhere. */
        LETTERS
    }

    /**
     * The picture as lines.
     *
     * @param title  above the picture
     * @param width  in characters, the labels of the axis included
     * @param height in lines, without title and legend
     */
    public static String text(String title, List<Curve> curves, int width, int height, Marks marks) {
        Range x = Range.of(curves.stream().map(Curve::x).toList());
        Range y = Range.of(curves.stream().map(Curve::y).toList());
        if (x.isEmpty() || y.isEmpty()) {
            return title + "\n(nothing to draw)\n";
        }
        Canvas canvas = new Canvas(Math.max(20, width) - LABEL - 2, Math.max(3, height), marks);
        IntStream.range(0, curves.size()).forEach(c -> draw(canvas, curves.get(c), c, x, y));
        return title + "\n" + body(canvas, y) + foot(canvas, x) + legend(curves, marks);
    }

    private static void draw(Canvas canvas, Curve curve, int index, Range x, Range y) {
        int lastColumn = -1;
        int lastRow = -1;
        for (int i = 0; i < curve.x().length; i++) {
            if (Double.isFinite(curve.x()[i]) && Double.isFinite(curve.y()[i])) {
                int column = (int) Math.round(x.share(curve.x()[i]) * (canvas.dotColumns() - 1));
                int row = (int) Math.round((1 - y.share(curve.y()[i])) * (canvas.dotRows() - 1));
                canvas.line(lastColumn < 0 ? column : lastColumn, lastColumn < 0 ? row : lastRow, column, row, index);
                lastColumn = column;
                lastRow = row;
            }
        }
    }

    private static String body(Canvas canvas, Range y) {
        List<String> lines = new ArrayList<>();
        int rows = canvas.rows();
        for (int r = 0; r < rows; r++) {
            boolean labelled = r == 0 || r == rows / 2 || r == rows - 1;
            String label = labelled ? Format.value(y.high() - (y.high() - y.low()) * r / (rows - 1)) : "";
            lines.add(String.format("%" + LABEL + "s ", label) + canvas.axis() + canvas.row(r, COLOURS));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String foot(Canvas canvas, Range x) {
        String low = number(x.low());
        String high = number(x.high());
        return " ".repeat(LABEL + 2) + low + " ".repeat(Math.max(1, canvas.columns() - low.length() - high.length())) + high + "\n";
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : Format.value(value);
    }

    private static String legend(List<Curve> curves, Marks marks) {
        Function<Integer, String> sign = c -> marks == Marks.LETTERS ? Canvas.letter(c) + " " : "\033[" + COLOURS[c % COLOURS.length] + "m━━\033[0m ";
        return IntStream.range(0, curves.size()).mapToObj(c -> " ".repeat(LABEL + 2) + sign.apply(c) + curves.get(c).name() + "\n").collect(Collectors.joining());
    }

    /** The span of the finite values. */
    private record Range(double low, double high) {
        static Range of(List<double[]> values) {
            double low = values.stream().flatMapToDouble(Range::finite).min().orElse(Double.NaN);
            double high = values.stream().flatMapToDouble(Range::finite).max().orElse(Double.NaN);
            return low == high ? new Range(low - 0.5, high + 0.5) : new Range(low, high);
        }

        private static DoubleStream finite(double[] values) {
            return Arrays.stream(values).filter(Double::isFinite);
        }

        boolean isEmpty() {
            return Double.isNaN(low);
        }

        double share(double value) {
            return (value - low) / (high - low);
        }
    }
}
