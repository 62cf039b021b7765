package org.espalier.core.internal.claim;

import java.util.List;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * The mean of some numbers with its 95 % confidence interval by Student's t.
 *
 * @param count how many numbers
 * @param mean  arithmetic mean; NaN for none
 * @param low   lower end; NaN for fewer than two numbers
 * @param high  upper end
 */
public record Interval(int count, double mean, double low, double high) {
    private static final double CONFIDENCE = 0.95;

    public static Interval of(List<Double> values) {
        int n = values.size();
        double mean = values.stream().mapToDouble(d -> d).average().orElse(Double.NaN);
        if (n < 2) {
            return new Interval(n, mean, Double.NaN, Double.NaN);
        }
        double squares = values.stream().mapToDouble(d -> (d - mean) * (d - mean)).sum();
        double half = new TDistribution(null, n - 1.0).inverseCumulativeProbability((1 + CONFIDENCE) / 2) * Math.sqrt(squares / (n - 1) / n);
        return new Interval(n, mean, mean - half, mean + half);
    }
}
