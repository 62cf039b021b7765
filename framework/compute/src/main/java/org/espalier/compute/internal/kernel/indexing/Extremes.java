package org.espalier.compute.internal.kernel.indexing;

import java.util.Arrays;
import java.util.List;

import org.espalier.compute.internal.kernel.Kernel;
import org.espalier.compute.internal.kernel.Site;
import org.espalier.compute.internal.kernel.movement.Fill;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The greatest or smallest of the rows of each segment, element by element. */
final class Extremes {
    private Extremes() {
    }

    /** @param sign 1 for the greatest, -1 for the smallest */
    static Kernel of(Site site, int sign) {
        INDArray target = site.output();
        int count = Math.toIntExact(target.size(0));
        int width = Math.toIntExact(target.length() / count);
        Indices segments = new Indices(site, 1);
        Values from = Values.of(site.input());
        Values to = Values.of(target);
        Kernel zero = Fill.of(target, 0);
        boolean[] seen = new boolean[count];
        return iteration -> {
            zero.run(iteration);
            Arrays.fill(seen, false);
            int[] numbers = segments.read(false, count);
            for (int row = 0; row < numbers.length; row++) {
                int segment = numbers[row];
                for (int c = 0; c < width; c++) {
                    double value = from.get(row * width + c);
                    if (!seen[segment] || sign * value > sign * to.get(segment * width + c)) {
                        to.put(segment * width + c, value);
                    }
                }
                seen[segment] = true;
            }
        };
    }

    /** The gradient goes to every element that equals the extreme, which is found anew: the greatest and the smallest alike. */
    static Kernel gradient(Site site) {
        INDArray gradient = site.inputs().get(2);
        INDArray extremes = gradient.ulike();
        int sign = site.op().opName().contains("max") ? 1 : -1;
        Kernel find = of(new Site(site.op(), site.name(), site.inputs(), List.of(extremes)), sign);
        int count = Math.toIntExact(gradient.size(0));
        int width = Math.toIntExact(gradient.length() / count);
        Indices segments = new Indices(site, 1);
        Values from = Values.of(site.input());
        Values found = Values.of(extremes);
        Values by = Values.of(gradient);
        Values to = Values.of(site.output());
        return iteration -> {
            find.run(iteration);
            int[] numbers = segments.read(false, count);
            for (int row = 0; row < numbers.length; row++) {
                int segment = numbers[row] * width;
                for (int c = 0; c < width; c++) {
                    to.put(row * width + c, from.get(row * width + c) == found.get(segment + c) ? by.get(segment + c) : 0);
                }
            }
        };
    }
}
