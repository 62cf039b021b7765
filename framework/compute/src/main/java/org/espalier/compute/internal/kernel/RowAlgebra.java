package org.espalier.compute.internal.kernel;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Products of a sparse matrix with dense ones on the heap, and the sums that go with them, so that kernels are written once for both element types. Each element
 * of a product is summed in the order of the entries, by one thread.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
interface RowAlgebra<A> {
    /** The values of the entries. */
    A values();

    /** Room on the heap for a dense matrix of {@code length} elements, with any content. */
    A array(Scratch scratch, int slot, int length);

    /** The elements of a dense array outside the heap. */
    Memory<A> memory(INDArray array);

    /** Writes the masked values of a part's entries. */
    void mask(int part, long iteration, A masked);

    /**
     * A part's rows of the product.
     *
     * @param entries values of the entries
     * @param dense   made by {@link #array}
     * @param result  made by {@link #array}
     */
    void multiply(int part, A entries, A dense, A result);

    /** Fills a part's rows with zeros. */
    void clear(int part, A rows);

    /** Adds {@code factor} times a part's rows of {@code from} to those of {@code to}. */
    void addScaled(int part, A from, double factor, A to);

    /** Adds the rows of {@code from}, one after the other, to these of {@code to}. */
    void addRows(A from, int[] places, A to);

    /** The inner product of the first {@code size} elements. */
    double product(A a, A b, int size);
}
