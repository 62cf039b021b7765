package org.espalier.core.run;

import java.util.Collection;

/**
 * Mean and spread of some numbers. Those that are NaN, which is to say undefined, are left out.
 *
 * @param count  how many that are defined
 * @param mean   arithmetic mean; NaN for none
 * @param sd     population standard deviation (divided by count), as the papers give it; NaN for none
 * @param median median; NaN for none
 */
public record Statistic(int count, double mean, double sd, double median) {

    /** Sums up numbers in any order. */
    public static Statistic of(Collection<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).filter(value -> !Double.isNaN(value)).sorted().toArray();
        int n = sorted.length;
        double sum = 0;
        for (double v : sorted) {
            sum += v;
        }
        double mean = sum / n;
        double squares = 0;
        for (double v : sorted) {
            squares += (v - mean) * (v - mean);
        }
        double median = n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
        return new Statistic(n, mean, Math.sqrt(squares / n), median);
    }
}
