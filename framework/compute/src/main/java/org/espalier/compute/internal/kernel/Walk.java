package org.espalier.compute.internal.kernel;

import java.util.Arrays;
import java.util.Optional;

import org.espalier.compute.internal.memory.NativeMemory;

/**
 * How a smaller array lies within a larger one that it is broadcast to, or summed from. Neighbouring dimensions that are both kept, or both repeated, count as one.
 *
 * @param sizes   of the larger array's dimensions
 * @param strides distance in the smaller array of neighbours in that dimension; 0 where it repeats
 */
record Walk(int[] sizes, int[] strides) {

    /** Empty if the shapes do not fit. */
    static Optional<Walk> of(long[] smaller, long[] larger) {
        long[] shape = smaller.length > larger.length && NativeMemory.length(smaller) == 1 ? new long[0] : smaller;
        int offset = larger.length - shape.length;
        if (offset < 0) {
            return Optional.empty();
        }
        int[] sizes = new int[larger.length + 1];
        int[] strides = new int[larger.length + 1];
        int first = larger.length;
        int stride = 1;
        sizes[first] = 1;
        for (int d = larger.length - 1; d >= 0; d--) {
            long size = d < offset ? 1 : shape[d - offset];
            if (size != larger[d] && size != 1) {
                return Optional.empty();
            }
            if (larger[d] == 1) {
                continue;
            }
            int step = size == 1 ? 0 : stride;
            boolean joins = sizes[first] > 1 && (step == 0) == (strides[first] == 0);
            first -= joins || sizes[first] == 1 ? 0 : 1;
            strides[first] = joins ? strides[first] : step;
            sizes[first] = Math.toIntExact((joins ? sizes[first] : 1) * larger[d]);
            stride = Math.toIntExact(stride * size);
        }
        return Optional.of(new Walk(Arrays.copyOfRange(sizes, first, sizes.length), Arrays.copyOfRange(strides, first, strides.length)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Walk walk && Arrays.equals(sizes, walk.sizes) && Arrays.equals(strides, walk.strides);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sizes) * 31 + Arrays.hashCode(strides);
    }

    /** Whether nothing repeats. */
    boolean isWhole() {
        return sizes.length == 1 && (strides[0] == 1 || sizes[0] == 1);
    }

    /** Whether the smaller array is one number. */
    boolean isScalar() {
        return sizes.length == 1 && strides[0] == 0;
    }

    /** Whether the smaller array repeats as a whole. */
    boolean isRow() {
        return sizes.length == 2 && strides[1] == 1;
    }

    /** Whether each element repeats, and none of them comes back later. */
    boolean isColumn() {
        return sizes.length == 2 && strides[1] == 0;
    }

    /** Size of the innermost dimension. */
    int inner() {
        return sizes[sizes.length - 1];
    }

    /** Whether the innermost dimension is one element again and again. */
    boolean repeats() {
        return strides[strides.length - 1] == 0;
    }

    /** The smaller array's element at a place of the larger. */
    int element(int place) {
        if (isColumn()) {
            return place / sizes[1];
        }
        int element = 0;
        int rest = place;
        for (int d = sizes.length - 1; d >= 0; d--) {
            element += rest % sizes[d] * strides[d];
            rest /= sizes[d];
        }
        return element;
    }
}
