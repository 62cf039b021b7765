package org.espalier.compute.internal.kernel;

/**
 * Random numbers from a counter-based generator: what an element gets follows from key, stream, iteration and index alone, so any thread can ask for any
 * element, and a resumed run draws the same.
 */
interface Draws {
    /** What {@code apply} needs, once per iteration. */
    long start(long iteration);

    /** What becomes of an element. */
    float apply(long start, long index, float value);

    /** What becomes of an element. */
    double apply(long start, long index, double value);
}
