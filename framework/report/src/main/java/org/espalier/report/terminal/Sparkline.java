package org.espalier.report.terminal;

import java.util.Arrays;

/** The course of a number in a few characters. */
final class Sparkline {
    private Sparkline() {
    }

    /** The values, averaged into at most {@code width} characters between the least and the greatest; gaps for what is not finite. */
    static String text(double[] values, int width, Symbols symbols) {
        double[] means = buckets(values, width);
        double low = Arrays.stream(means).filter(Double::isFinite).min().orElse(0);
        double high = Arrays.stream(means).filter(Double::isFinite).max().orElse(0);
        StringBuilder out = new StringBuilder();
        for (double mean : means) {
            out.append(Double.isFinite(mean) ? level((mean - low) / (high - low), symbols.levels) : ' ');
        }
        return out.toString();
    }

    private static char level(double share, String levels) {
        return levels.charAt(Double.isNaN(share) ? 0 : (int) Math.min(levels.length() - 1, share * levels.length()));
    }

    private static double[] buckets(double[] values, int width) {
        int n = Math.min(width, values.length);
        double[] means = new double[n];
        for (int b = 0; b < n; b++) {
            means[b] = Arrays.stream(values, (int) ((long) b * values.length / n), (int) ((b + 1L) * values.length / n)).average().orElse(Double.NaN);
        }
        return means;
    }
}
