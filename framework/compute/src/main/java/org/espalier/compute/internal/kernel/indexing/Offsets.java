package org.espalier.compute.internal.kernel.indexing;

import java.util.Arrays;
import java.util.function.Supplier;

import org.espalier.api.error.InputException;
import org.espalier.compute.internal.kernel.Site;
import org.espalier.compute.internal.memory.NativeMemory;

/** Where the slices that indices name lie in an array. */
interface Offsets {
    /** Number of elements of a slice. */
    int inner();

    /** Offset of each slice, by the indices as they are now; negative for a slice that is not there. */
    int[] read();

    /**
     * Slices along one axis, for each place before that axis.
     *
     * @param shape   of the array
     * @param padding whether {@link Indices#PADDING} is allowed
     */
    static Offsets along(int axis, long[] shape, Indices indices, boolean padding) {
        requireReachable(shape);
        int outer = length(shape, 0, axis);
        int size = Math.toIntExact(shape[axis]);
        int inner = length(shape, axis + 1, shape.length);
        int count = indices.count();
        int[] offsets = new int[outer * count];
        return new Fixed(inner, () -> {
            int[] read = indices.read(padding, size);
            for (int o = 0; o < outer; o++) {
                for (int i = 0; i < count; i++) {
                    offsets[o * count + i] = read[i] < 0 ? -1 : (o * size + read[i]) * inner;
                }
            }
            return offsets;
        });
    }

    /** Slices by index vectors over the first axes, the vectors being the last axis of input {@code input}. */
    static Offsets byVectors(Site site, int input, long[] shape) {
        requireReachable(shape);
        long[] vectors = site.inputs().get(input).shape();
        int depth = Math.toIntExact(vectors[vectors.length - 1]);
        Indices indices = new Indices(site, input);
        int inner = length(shape, depth, shape.length);
        int[] sizes = Arrays.stream(shape).limit(depth).mapToInt(Math::toIntExact).toArray();
        int[] offsets = new int[indices.count() / depth];
        return new Fixed(inner, () -> {
            int[] read = indices.read(false, sizes);
            for (int slice = 0; slice < offsets.length; slice++) {
                int place = 0;
                for (int d = 0; d < depth; d++) {
                    place = place * sizes[d] + read[slice * depth + d];
                }
                offsets[slice] = place * inner;
            }
            return offsets;
        });
    }

    private static void requireReachable(long[] shape) {
        if (NativeMemory.length(shape) > Integer.MAX_VALUE) {
            throw new InputException("Indices reach into arrays of at most " + Integer.MAX_VALUE + " elements, but one of shape " + Arrays.toString(shape)
                    + " was given. Use fewer or shorter rows, e.g. by hashing what they stand for, or several tables");
        }
    }

    private static int length(long[] shape, int from, int to) {
        return Math.toIntExact(NativeMemory.length(Arrays.copyOfRange(shape, from, to)));
    }

    /** Slices of a known length. */
    record Fixed(int inner, Supplier<int[]> reader) implements Offsets {
        @Override
        public int[] read() {
            return reader.get();
        }
    }
}
