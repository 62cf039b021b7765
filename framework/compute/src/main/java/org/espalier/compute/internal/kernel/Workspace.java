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
    private Object[] arrays = {};

    Workspace(Vectors<A> vectors) {
        this.vectors = vectors;
    }

    Vectors<A> vectors() {
        return vectors;
    }

    /** Of the elements. */
    Class<?> type() {
        return vectors.array(0).getClass().getComponentType();
    }

    /** An array to pass arrays in, with any content. */
    Object[] arrays(int atLeast) {
        if (arrays.length < atLeast) {
            arrays = new Object[atLeast];
        }
        return arrays;
    }

    /**
     * One of at least {@value Vectors#PIECE} elements, with any content; made when first asked for. Header and elements fill whole cache lines, so that all
     * registers lie alike: otherwise vectors would straddle two lines in all of them but one.
     */
    A register(int number) {
        while (registers.size() <= number) {
            registers.add(vectors.array(Vectors.PIECE + vectors.padding()));
        }
        return registers.get(number);
    }
}
