package org.espalier.api.compute.op;

import org.espalier.api.tensor.CsrMatrix;

/**
 * A sparse constant of a graph, stored both ways because the gradient of a product with it is a product with its transpose.
 *
 * @param matrix     the matrix
 * @param transposed its transpose
 * @param entry      for each stored entry of the transpose, the place of the same entry in the matrix
 */
public record SparseOperand(CsrMatrix matrix, CsrMatrix transposed, int[] entry) {

    /** Prepares a matrix for products and their gradients. */
    public static SparseOperand of(CsrMatrix matrix) {
        double[] places = new double[matrix.entries()];
        for (int e = 0; e < places.length; e++) {
            places[e] = e;
        }
        CsrMatrix turned = matrix.withValues(places).transpose();
        int[] entry = new int[places.length];
        double[] values = new double[places.length];
        for (int e = 0; e < places.length; e++) {
            entry[e] = (int) turned.values()[e];
            values[e] = matrix.values()[entry[e]];
        }
        return new SparseOperand(matrix, turned.withValues(values), entry);
    }
}
