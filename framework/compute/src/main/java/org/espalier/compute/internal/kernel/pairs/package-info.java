/**
 * Perceptrons on the products of all pairs of rows, and sums of these products. Some samples at a time are taken field by field ({@link org.espalier.compute.internal.kernel.pairs.FieldTile}), so that products are long loops,
 * and of their pairs some at a time ({@link org.espalier.compute.internal.kernel.pairs.PairChunk}), so that what is multiplied stays in the processor's second cache. Matrices have a row for each
 * sample of the first pair, then for each of the second, and so on.
 */
package org.espalier.compute.internal.kernel.pairs;
