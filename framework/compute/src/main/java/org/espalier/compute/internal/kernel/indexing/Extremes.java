package org.espalier.compute.internal.kernel.indexing;

import java.nio.DoubleBuffer;
import java.util.Arrays;

import org.espalier.compute.internal.kernel.Kernel;
import org.espalier.compute.internal.kernel.Site;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The greatest or smallest of the rows of each segment, element by element. */
final class Extremes {
    private final Indices segments;
    private final Values rows;
    private final int sign;
    private final int width;
    private final boolean[] seen;

    /**
     * @param segments like the op's outputs: one row for each segment
     * @param sign     1 for the greatest, -1 for the smallest
     */
    private Extremes(Site site, INDArray segments, int sign) {
        this.segments = new Indices(site, 1);
        this.rows = Values.of(site.input());
        this.sign = sign;
        this.width = Math.toIntExact(segments.length() / segments.size(0));
        this.seen = new boolean[Math.toIntExact(segments.size(0))];
    }

    static Kernel of(Site site, int sign) {
        Extremes extremes = new Extremes(site, site.output(), sign);
        Values result = Values.of(site.output());
        return iteration -> extremes.find(result);
    }

    /** The gradient goes to every element that equals the extreme, which is found anew. */
    static Kernel gradient(Site site, int sign) {
        INDArray gradient = site.inputs().get(2);
        Extremes extremes = new Extremes(site, gradient, sign);
        Values found = new Values.Doubles(DoubleBuffer.allocate(Math.toIntExact(gradient.length())));
        Values by = Values.of(gradient);
        Values result = Values.of(site.output());
        return iteration -> extremes.share(extremes.find(found), found, by, result);
    }

    /** Returns the segment of each row. */
    private int[] find(Values result) {
        Arrays.fill(seen, false);
        for (int i = 0; i < seen.length * width; i++) {
            result.put(i, 0);
        }
        int[] numbers = segments.read(false, seen.length);
        for (int row = 0; row < numbers.length; row++) {
            int segment = numbers[row];
            for (int c = 0; c < width; c++) {
                double value = rows.get(row * width + c);
                if (!seen[segment] || sign * value > sign * result.get(segment * width + c)) {
                    result.put(segment * width + c, value);
                }
            }
            seen[segment] = true;
        }
        return numbers;
    }

    private void share(int[] numbers, Values found, Values gradient, Values result) {
        for (int row = 0; row < numbers.length; row++) {
            int segment = numbers[row] * width;
            for (int c = 0; c < width; c++) {
                result.put(row * width + c, rows.get(row * width + c) == found.get(segment + c) ? gradient.get(segment + c) : 0);
            }
        }
    }
}
