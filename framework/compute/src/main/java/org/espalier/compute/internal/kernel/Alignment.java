package org.espalier.compute.internal.kernel;

import java.util.Arrays;
import java.util.Optional;

import org.espalier.compute.internal.memory.NativeMemory;

/**
 * How a smaller array lies within a larger one that it is broadcast to, or summed from: element i of the larger, in C order, belongs to
 * element (i / inner) % size of the smaller.
 *
 * @param size  number of elements of the smaller array
 * @param inner how often each of them is repeated in a row
 */
record Alignment(int size, int inner) {

    /** Empty if the sizes do not fit, or the dimensions that both have do not lie side by side. */
    static Optional<Alignment> of(long[] smaller, long[] larger) {
        int offset = larger.length - smaller.length;
        if (offset < 0) {
            return NativeMemory.length(smaller) == 1 ? of(new long[0], larger) : Optional.empty();
        }
        int first = larger.length;
        int last = 0;
        for (int d = offset; d < larger.length; d++) {
            if (smaller[d - offset] != larger[d] && smaller[d - offset] != 1) {
                return Optional.empty();
            }
            if (smaller[d - offset] != 1) {
                first = Math.min(first, d);
                last = d + 1;
            }
        }
        return first >= last ? Optional.of(new Alignment(1, length(larger, 0, larger.length))) : block(smaller, larger, first, last);
    }

    private static Optional<Alignment> block(long[] smaller, long[] larger, int first, int last) {
        int size = length(larger, first, last);
        return size == NativeMemory.length(smaller) ? Optional.of(new Alignment(size, length(larger, last, larger.length))) : Optional.empty();
    }

    private static int length(long[] shape, int from, int to) {
        return Math.toIntExact(NativeMemory.length(Arrays.copyOfRange(shape, from, to)));
    }
}
