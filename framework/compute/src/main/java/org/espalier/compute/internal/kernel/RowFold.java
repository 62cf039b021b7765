package org.espalier.compute.internal.kernel;

import java.util.function.DoubleUnaryOperator;

/**
 * Rows of a piece, each replaced by its sum or largest element.
 *
 * @param width elements of a row
 * @param end   what becomes of what a row was folded to
 */
record RowFold(Fold.Kind kind, int width, DoubleUnaryOperator end) {

    /** @param count whole rows */
    <A> void run(Vectors<A> vectors, A x, A z, int count) {
        for (int from = 0; from < count; from += width) {
            double folded = kind == Fold.Kind.SUM ? vectors.sum(x, from, from + width) : vectors.largest(x, from, from + width);
            vectors.fill(z, from, from + width, end.applyAsDouble(folded));
        }
    }
}
