package org.espalier.compute.internal.kernel;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Arithmetic on the first elements of arrays on the heap, so that kernels are written once for both element types. Every loop begins at element 0 of each
 * array: the JVM makes vector instructions of such loops only. Results may go where an argument came from in the methods named so.
 *
 * <p>An instance belongs to one thread. Functions take at most {@value #PIECE} elements.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
public interface Vectors<A> {
    /** Elements of a piece: a few of them fit the processor's first cache. */
    int PIECE = 1024;

    A array(int length);

    /** Elements that make a multiple of a cache line of 64 bytes, with an array's header of 16. */
    int padding();

    /** The elements of a dense array outside the heap. */
    Memory<A> memory(INDArray array);

    void fill(A z, int from, int to, double value);

    double get(A x, int index);

    void set(A x, int index, double value);

    /** z = factor x; z may be x. */
    void scale(A x, double factor, A z, int count);

    /** z = x + summand; z may be x. */
    void shift(A x, double summand, A z, int count);

    /** z = factor x + summand, rounded once; z may be x. */
    void affine(A x, double factor, double summand, A z, int count);

    /** z = x y + summand, rounded once; z may be x or y. */
    void horner(A x, A y, double summand, A z, int count);

    /** z = x + factor y, rounded once; z may be x or y. */
    void addScaled(A x, double factor, A y, A z, int count);

    /** Half of 2^n for a whole number n, each with {@link Exponential#round()} added; z may be x. */
    void halfPower(A x, A z, int count);

    /** What exp is made of. */
    Exponential exponential();

    /** z = x + y; z may be x or y. */
    void add(A x, A y, A z, int count);

    /** z = x - y; z may be x or y. */
    void subtract(A x, A y, A z, int count);

    /** z = x y; z may be x or y. */
    void multiply(A x, A y, A z, int count);

    /** z = x / y; z may be x or y. */
    void divide(A x, A y, A z, int count);

    /** The larger of each pair, NaN if either is; z may be x or y. */
    void max(A x, A y, A z, int count);

    /** The smaller of each pair, NaN if either is; z may be x or y. */
    void min(A x, A y, A z, int count);

    /** x to the power of y. */
    void power(A x, A y, A z, int count);

    /** z = |x|; z may be x. */
    void abs(A x, A z, int count);

    /** Correctly rounded; z may be x. */
    void sqrt(A x, A z, int count);

    /** 1 where x is above 0, 0 elsewhere, NaN for NaN; z may be x. */
    void positive(A x, A z, int count);

    /** The largest whole number not above x. */
    void floor(A x, A z, int count);

    /** e^x for kernels that are no chains, which have it as {@link Exponential}; z may be x. */
    void exp(A x, A z, int count);

    /** The natural logarithm. */
    void log(A x, A z, int count);

    /** The error function. */
    void erf(A x, A z, int count);

    void sin(A x, A z, int count);

    void cos(A x, A z, int count);

    /** What random numbers make of each element of x, the first being element {@code from} of all. z may be x. */
    void draw(Draws draws, long start, int from, A x, A z, int count);

    /** The sum of a range of the first {@value #PIECE} elements. */
    double sum(A x, int from, int to);

    /** The largest of a range of the first {@value #PIECE} elements, NaN if one is. */
    double largest(A x, int from, int to);

    /** Adds elements {@code from} to {@code from + count - 1} to {@code count} sums, the first of which is {@code at}. */
    void accumulate(A x, int from, int count, double[] sums, int at);
}
