package org.espalier.compute.internal.kernel.indexing;

import java.util.Arrays;

/** How many rows each segment has. */
final class Counts {
    private final Indices segments;
    private final double[] factors;

    Counts(Indices segments, int count) {
        this.segments = segments;
        this.factors = new double[count];
    }

    /** For each segment its number of rows to the power of {@code -power}; 0 for a segment without. */
    double[] factors(double power) {
        Arrays.fill(factors, 0);
        for (int segment : segments.read(false, factors.length)) {
            factors[segment]++;
        }
        for (int segment = 0; segment < factors.length; segment++) {
            factors[segment] = factors[segment] == 0 ? 0 : Math.pow(factors[segment], -power);
        }
        return factors;
    }

    /** Multiplies the values of each segment by its factor. */
    void scale(Values values, int length, double power) {
        double[] found = factors(power);
        int width = length / found.length;
        for (int i = 0; i < length; i++) {
            values.put(i, values.get(i) * found[i / width]);
        }
    }
}
