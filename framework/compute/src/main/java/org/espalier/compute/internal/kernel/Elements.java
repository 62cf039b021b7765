package org.espalier.compute.internal.kernel;

import java.util.List;
import java.util.stream.Stream;

import org.espalier.compute.internal.memory.NativeMemory;

/**
 * One step of an op that is done element by element, by the names of the variables it reads and writes.
 *
 * @param form    what is done
 * @param inputs  variables it reads; more than the form has if the op reads more
 * @param outputs variables it writes
 */
public record Elements(Form form, List<String> inputs, List<String> outputs) {

    /** Number of elements that are gone through. */
    long length() {
        return NativeMemory.length(form.shape());
    }

    /** Whether all arrays can be broadcast. */
    boolean fits() {
        return Stream.concat(form.inputs().stream(), form.outputs().stream()).allMatch(shape -> Walk.of(shape, form.shape()).isPresent());
    }

    /** Shape of an output; for an output of the op itself, with the dimensions that it may lack. */
    public long[] shape(int output) {
        return form.outputs().get(output);
    }
}
