package org.espalier.report.html.internal;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.espalier.core.run.EpochRecord;

/**
 * The epochs at which curves are drawn: all, or averages over equally many neighbours.
 *
 * @param averaged neighbouring epochs in one point
 * @param size     number of points
 */
record EpochGrid(int averaged, int size) {

    static EpochGrid of(List<EpochRecord> records, int most) {
        int last = records.stream().mapToInt(EpochRecord::epoch).max().orElse(0);
        int averaged = Math.max(1, (last + most - 1) / most);
        return new EpochGrid(averaged, (last + averaged - 1) / averaged);
    }

    /** The middle epoch of each point. */
    List<Integer> positions() {
        return IntStream.range(0, size).mapToObj(i -> i * averaged + (averaged + 1) / 2).toList();
    }

    /** A trial's values at the points, to five digits; NaN where it has none. */
    double[] averages(List<EpochRecord> course, String value) {
        double[] sums = new double[size];
        int[] counts = new int[size];
        for (EpochRecord record : course) {
            double v = record.values().getOrDefault(value, Double.NaN);
            int point = Math.max(0, record.epoch() - 1) / averaged;
            if (Double.isFinite(v)) {
                sums[point] += v;
                counts[point]++;
            }
        }
        Arrays.setAll(sums, i -> counts[i] == 0 ? Double.NaN : rounded(sums[i] / counts[i]));
        return sums;
    }

    static double rounded(double value) {
        if (value == 0) {
            return 0;
        }
        double scale = Math.pow(10, 4 - Math.floor(Math.log10(Math.abs(value))));
        return Double.isFinite(scale) ? Math.round(value * scale) / scale : value;
    }
}
