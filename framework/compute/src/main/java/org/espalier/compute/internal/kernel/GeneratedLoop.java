package org.espalier.compute.internal.kernel;

/** What generated classes do. */
interface GeneratedLoop {
    /**
     * Computes the first elements of the outputs from those of the inputs.
     *
     * @param arrays {@code float[]} or {@code double[]}, as it was generated for: the inputs, then the outputs; an output may be an input
     */
    void run(Object[] arrays, int count);
}
