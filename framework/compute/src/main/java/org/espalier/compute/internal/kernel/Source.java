package org.espalier.compute.internal.kernel;

import java.util.stream.Stream;

/**
 * An array read piece by piece as if it had been broadcast to a larger one.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
final class Source<A> {
    private final Memory<A> memory;
    private final Walk walk;

    Source(Memory<A> memory, Walk walk) {
        this.memory = memory;
        this.walk = walk;
    }

    /**
     * What pieces should begin at multiples of: a row that is repeated is then read once, and sums to a row are added up in single pieces.
     *
     * @param width of which it must be a multiple
     */
    static int row(int width, Stream<Walk> walks) {
        return walks.filter(walk -> walk.isRow() && walk.inner() <= Vectors.PIECE && walk.inner() % width == 0).mapToInt(Walk::inner).findFirst().orElse(width);
    }

    Walk walk() {
        return walk;
    }

    /** Whether all pieces that begin at multiples of {@code row} are the same. */
    boolean isSame(int row) {
        return walk.isScalar() && !walk.isWhole() || walk.isRow() && row % walk.inner() == 0;
    }

    /** Writes elements {@code from} to {@code from + count - 1} of the larger array to the start of {@code to}. */
    void read(int from, int count, Vectors<A> vectors, A to) {
        if (walk.isWhole()) {
            memory.read(from, to, 0, count);
            return;
        }
        int inner = walk.inner();
        int length = Math.min(inner - from % inner, count);
        for (int done = 0; done < count; length = Math.min(inner, count - done)) {
            int place = from + done;
            if (walk.repeats()) {
                vectors.fill(to, done, done + length, memory.get(walk.element(place)));
            } else {
                memory.read(walk.element(place), to, done, length);
            }
            done += length;
        }
    }
}
