package org.espalier.compute.internal.kernel;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/**
 * What an op does, element by element.
 *
 * @param shape   of what is gone through: every input is broadcast to it, every output that is smaller is folded from it
 * @param inputs  shapes of the inputs, with 1 for dimensions they lack
 * @param outputs shapes of the outputs, likewise
 * @param rule    from the inputs' elements to the outputs'
 * @param kind    how outputs are folded
 * @param end     what becomes of a folded element
 */
record Form(long[] shape, List<long[]> inputs, List<long[]> outputs, Function<List<Term>, List<Term>> rule, Fold.Kind kind, DoubleUnaryOperator end) {
}
