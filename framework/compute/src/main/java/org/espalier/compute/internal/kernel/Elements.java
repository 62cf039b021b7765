package org.espalier.compute.internal.kernel;

import java.util.List;
import java.util.Optional;

import org.espalier.compute.internal.memory.NativeMemory;
import org.nd4j.autodiff.functions.DifferentialFunction;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * An op that may be done element by element.
 *
 * @param op      the op
 * @param inputs  variables it reads
 * @param arrays  of the right shapes; the values of those that hold dimensions count
 * @param outputs variables it writes
 * @param shapes  of the outputs
 * @param key     of the program's random masks
 */
public record Elements(DifferentialFunction op, List<String> inputs, List<INDArray> arrays, List<String> outputs, List<long[]> shapes, long key) {

    Optional<Form> form() {
        return Elementwise.form(this).or(() -> Reductions.form(this));
    }

    /** Number of elements that are gone through: those of the largest array. */
    long length() {
        long largest = shapes.stream().mapToLong(NativeMemory::length).max().orElse(0);
        return Math.max(largest, arrays.stream().mapToLong(INDArray::length).max().orElse(0));
    }

    /** The shape of the largest array. */
    long[] shape() {
        return java.util.stream.Stream.concat(shapes.stream(), arrays.stream().map(INDArray::shape))
                .max(java.util.Comparator.comparingLong(NativeMemory::length)).orElseThrow();
    }
}
