package org.espalier.compute.internal.kernel.movement;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.espalier.compute.internal.memory.NativeMemory;

/**
 * Some elements of an array in C order, arranged as an array themselves.
 *
 * @param offset  place of the first
 * @param shape   sizes
 * @param strides distances of neighbours in elements; 0 repeats, negative ones go backwards
 */
public record Region(long offset, long[] shape, long[] strides) {

    /** A whole array. */
    public static Region of(long... shape) {
        long[] strides = new long[shape.length];
        long stride = 1;
        for (int d = shape.length - 1; d >= 0; d--) {
            strides[d] = stride;
            stride *= shape[d];
        }
        return new Region(0, shape, strides);
    }

    /** The axes in another order. */
    public Region permuted(int... order) {
        return new Region(offset, pick(shape, order), pick(strides, order));
    }

    /** Some places of one axis, {@code step} apart; the step may be negative. */
    Region part(int axis, long from, long step, long size) {
        long[] sizes = shape.clone();
        long[] distances = strides.clone();
        sizes[axis] = size;
        distances[axis] *= step;
        return new Region(offset + from * strides[axis], sizes, distances);
    }

    /** The first place of an axis, which is left out. */
    Region without(int axis) {
        return permuted(IntStream.range(0, shape.length).filter(d -> d != axis).toArray());
    }

    /** Each axis as two: the repetitions, then the axis. */
    Region repeated(long[] times) {
        long[] sizes = new long[2 * shape.length];
        long[] distances = new long[2 * shape.length];
        for (int d = 0; d < shape.length; d++) {
            sizes[2 * d] = times[d];
            sizes[2 * d + 1] = shape[d];
            distances[2 * d + 1] = strides[d];
        }
        return new Region(offset, sizes, distances);
    }

    /** The same elements in the same order under another shape, if this is a whole array. */
    Region as(long... sizes) {
        return new Region(offset, sizes, of(sizes).strides());
    }

    long length() {
        return NativeMemory.length(shape);
    }

    /** Whether the elements lie one after the other. */
    public boolean isDense() {
        long[] dense = of(shape).strides();
        return IntStream.range(0, shape.length).allMatch(d -> shape[d] == 1 || strides[d] == dense[d]);
    }

    private static long[] pick(long[] from, int[] order) {
        return Arrays.stream(order).mapToLong(d -> from[d]).toArray();
    }
}
