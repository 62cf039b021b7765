package org.espalier.compute.internal.kernel;

/**
 * The entries of a sparse matrix by row: those of row r begin at {@code from[r]} and end before {@code to[r]}.
 *
 * @param columns of the entries
 * @param values  of the entries
 * @param <A>     {@code float[]} or {@code double[]}
 */
record Entries<A>(int[] from, int[] to, int[] columns, A values) {
}
