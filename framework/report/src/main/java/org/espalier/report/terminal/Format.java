package org.espalier.report.terminal;

import java.util.Locale;

import org.espalier.core.run.Statistic;

/** Numbers as text, the same in every table, plot and report. */
public final class Format {
    private static final double SMALLEST_PLAIN = 1e-3;
    private static final double GREATEST_PLAIN = 1e5;
    private static final String[] SIZES = {"B", "KiB", "MiB", "GiB", "TiB"};

    private Format() {
    }

    /** A measured value with four decimals; with a power of ten where these would show nothing; {@code undefined} for NaN. */
    public static String value(double value) {
        return Double.isNaN(value) ? "undefined" : String.format(Locale.ROOT, isPlain(value) ? "%.4f" : "%.3e", value);
    }

    /** A mean and its spread, with as many decimals: {@code 0.9510 ± 0.0004}. */
    public static String spread(double mean, String plusMinus, double sd) {
        String form = isPlain(mean) ? "%.4f" : "%.3e";
        return String.format(Locale.ROOT, form + " %s " + form, mean, plusMinus, sd);
    }

    /** Mean and spread over trials, the mean alone of one, and in how many of the trials the value is defined if not in all: {@code 0.9510 ± 0.0004 (4 of 5)}. */
    public static String statistic(Statistic s, int trials, String plusMinus) {
        String text = s.count() < 2 ? value(s.mean()) : spread(s.mean(), plusMinus, s.sd());
        return s.count() == 0 || s.count() == trials ? text : text + " (" + s.count() + " of " + trials + ")";
    }

    private static boolean isPlain(double value) {
        double size = Math.abs(value);
        return !Double.isFinite(value) || value == 0 || size >= SMALLEST_PLAIN && size < GREATEST_PLAIN;
    }

    /** A time span: {@code 0.84 s}, {@code 12.3 s}, {@code 4:05}, {@code 1:02:03}. */
    public static String seconds(double seconds) {
        if (Double.isNaN(seconds)) {
            return "";
        }
        if (seconds < 59.95) {
            return String.format(Locale.ROOT, seconds < 9.995 ? "%.2f s" : "%.1f s", seconds);
        }
        long whole = Math.round(seconds);
        return whole < 3600
                ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    }

    /** A size in memory or on disk: {@code 312 B}, {@code 1.5 MiB}. */
    public static String bytes(long bytes) {
        double size = bytes;
        int unit = 0;
        while (size >= 1024 && unit < SIZES.length - 1) {
            size /= 1024;
            unit++;
        }
        return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", size, SIZES[unit]);
    }

    /** A number of things: {@code 1 trial}, {@code 3 trials}. */
    public static String count(long count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }
}
