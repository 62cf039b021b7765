package org.espalier.compute.internal.kernel;

/**
 * The elements of a dense array outside the heap.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
public interface Memory<A> {
    int size();

    double get(int index);

    void put(int index, double value);

    /** Copies elements {@code from} to {@code from + count - 1} to places {@code at} and following. */
    void read(int from, A to, int at, int count);

    /** Copies places {@code at} and following to elements {@code from} to {@code from + count - 1}. */
    void write(int from, A values, int at, int count);
}
