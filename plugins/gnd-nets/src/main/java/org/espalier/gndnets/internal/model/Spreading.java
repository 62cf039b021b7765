package org.espalier.gndnets.internal.model;

import java.util.function.UnaryOperator;

import org.espalier.api.dataset.Part;
import org.espalier.api.tensor.CsrMatrix;
import org.espalier.data.graph.GraphData;

/**
 * Shares F that classes have in nodes, [N, C] row by row, spread over a graph again and again until none changes by {@value #SETTLED} or more.
 *
 * @param matrix     multiplied with F in each iteration
 * @param classes    C
 * @param iterations at most
 */
record Spreading(CsrMatrix matrix, int classes, int iterations) {
    private static final double SETTLED = 1e-9;

    /** Y: a one at the class of each training node, zeros everywhere else. */
    static double[] known(GraphData data) {
        LabelledNodes train = LabelledNodes.of(data, Part.TRAIN);
        int classes = data.classes().size();
        double[] known = new double[data.nodes() * classes];
        for (int i = 0; i < train.nodes().length; i++) {
            known[train.nodes()[i] * classes + train.truth()[i]] = 1;
        }
        return known;
    }

    /**
     * The shares in the end.
     *
     * @param start  F at the start
     * @param finish makes the next F of the product of matrix and F, which it may overwrite
     */
    double[] from(double[] start, UnaryOperator<double[]> finish) {
        double[] shares = start;
        double change = Double.POSITIVE_INFINITY;
        for (int i = 0; i < iterations && change >= SETTLED; i++) {
            double[] next = finish.apply(product(shares));
            change = greatestChange(shares, next);
            shares = next;
        }
        return shares;
    }

    private double[] product(double[] shares) {
        double[] product = new double[shares.length];
        for (int r = 0; r < matrix.rows(); r++) {
            for (int e = matrix.rowStart()[r]; e < matrix.rowStart()[r + 1]; e++) {
                for (int c = 0; c < classes; c++) {
                    product[r * classes + c] += matrix.values()[e] * shares[matrix.columns()[e] * classes + c];
                }
            }
        }
        return product;
    }

    private static double greatestChange(double[] before, double[] after) {
        double greatest = 0;
        for (int i = 0; i < before.length; i++) {
            greatest = Math.max(greatest, Math.abs(after[i] - before[i]));
        }
        return greatest;
    }
}
