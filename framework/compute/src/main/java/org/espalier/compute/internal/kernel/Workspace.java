package org.espalier.compute.internal.kernel;

import java.util.ArrayList;
import java.util.List;

/**
 * A thread's arrays on the heap, used by one kernel after the other.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
final class Workspace<A> {
    private final Vectors<A> vectors;
    private final List<A> registers = new ArrayList<>();

    Workspace(Vectors<A> vectors) {
        this.vectors = vectors;
    }

    Vectors<A> vectors() {
        return vectors;
    }

    /** One of {@value Vectors#PIECE} elements, with any content; made when first asked for. */
    A register(int number) {
        while (registers.size() <= number) {
            registers.add(vectors.array(Vectors.PIECE));
        }
        return registers.get(number);
    }
}
