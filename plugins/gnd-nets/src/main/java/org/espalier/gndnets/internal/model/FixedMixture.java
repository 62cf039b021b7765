package org.espalier.gndnets.internal.model;

import org.espalier.api.compute.op.SparseOperand;
import org.espalier.api.compute.op.SparsePolynomial;
import org.espalier.api.tensor.CsrMatrix;
import org.espalier.data.graph.GraphData;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * M = sum over k = 1 … K of c_k S^k with c that are not learned. What a few nodes get of it is a product with their rows of M, which are constant and nearly dense: one dense product in
 * place of K sparse ones.
 */
final class FixedMixture {
    /** A multiplication in a dense product takes about this share of one in a sparse product. */
    private static final int ADVANTAGE_OF_DENSE = 8;
    /** Their rows take the memory of a few hidden layers. */
    private static final int MOST_NODES = 256;

    private final SparseOperand s;
    private final double[] coefficients;

    /** @param coefficients c */
    FixedMixture(SparseOperand s, double[] coefficients) {
        this.s = s;
        this.coefficients = coefficients;
    }

    /** At most this many numbers are kept to train on this graph, undirected or not. */
    static long numbers(GraphData data, int hops) {
        int training = data.split().train().length;
        return areFew(training, data.nodes(), hops, 2L * data.adjacency().entries() + data.nodes()) ? (long) training * data.nodes() : 0;
    }

    /**
     * The wanted rows of M X.
     *
     * @param x    X, [N, m]
     * @param name of the constant that is made
     */
    SDVariable of(SDVariable x, Wanted wanted, String name, Weights weights) {
        CsrMatrix matrix = s.matrix();
        return wanted.nodes().filter(some -> areFew(some.length, matrix.cols(), coefficients.length, matrix.entries())).map(some -> weights.constant(name, rows(some), some.length, matrix.cols()).mmul(x))
                .orElseGet(() -> wanted.of(SparsePolynomial.of(s, x, weights.constant(name, coefficients, coefficients.length, 1)), matrix.rows()));
    }

    private static boolean areFew(int wanted, int nodes, int hops, long entries) {
        return wanted <= MOST_NODES && (long) wanted * nodes <= ADVANTAGE_OF_DENSE * hops * entries;
    }

    private double[] rows(int[] nodes) {
        int width = s.matrix().cols();
        double[] rows = new double[nodes.length * width];
        for (int i = 0; i < nodes.length; i++) {
            double[] power = new double[width];
            power[nodes[i]] = 1;
            for (double coefficient : coefficients) {
                power = times(power);
                for (int node = 0; node < width; node++) {
                    rows[i * width + node] += coefficient * power[node];
                }
            }
        }
        return rows;
    }

    /** row S. */
    private double[] times(double[] row) {
        CsrMatrix matrix = s.matrix();
        double[] product = new double[row.length];
        for (int node = 0; node < row.length; node++) {
            for (int e = matrix.rowStart()[node]; row[node] != 0 && e < matrix.rowStart()[node + 1]; e++) {
                product[matrix.columns()[e]] += row[node] * matrix.values()[e];
            }
        }
        return product;
    }
}
