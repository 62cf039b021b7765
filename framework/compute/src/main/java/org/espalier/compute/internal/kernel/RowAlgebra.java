package org.espalier.compute.internal.kernel;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Products of a sparse matrix with dense ones on the heap, and the sums that go with them, so that kernels are written once for both element types. Each element
 * of a product is summed in the order of the entries, by one thread.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
interface RowAlgebra<A> {
    /** All entries. */
    Entries<A> entries();

    /** Room for the entries that dropout keeps. */
    Entries<A> room();

    /** Room on the heap for a dense matrix of {@code length} elements, with any content. */
    A array(Scratch scratch, int slot, int length);

    /** The elements of a dense array outside the heap. */
    Memory<A> memory(INDArray array);

    /** Collects the entries of a part that dropout keeps. */
    void keep(int part, long iteration, Entries<A> kept);

    /**
     * A part's rows of the product.
     *
     * @param entries all or some of the part's
     * @param dense   made by {@link #array}
     * @param result  made by {@link #array}
     */
    void multiply(int part, Entries<A> entries, A dense, A result);

    /** Fills a part's rows with zeros. */
    void clear(int part, A rows);

    /** Adds {@code factor} times a part's rows of {@code from} to those of {@code to}. */
    void addScaled(int part, A from, double factor, A to);

    /** Adds the rows of {@code from}, one after the other, to these of {@code to}. */
    void addRows(A from, int[] places, A to);

    /** The inner product of the first {@code size} elements. */
    double product(A a, A b, int size);
}
