package org.espalier.data.graph;

import java.util.function.DoubleUnaryOperator;

import org.espalier.api.tensor.CsrMatrix;

/** The matrices that graph networks make of an adjacency matrix A [N, N] and of features [N, D]. All are new; arguments stay as they are. */
public final class GraphMatrices {
    private GraphMatrices() {
    }

    /** The undirected graph: entry (i, j) is the greater of those from i to j and from j to i. */
    public static CsrMatrix symmetrised(CsrMatrix adjacency) {
        return new CsrBuilder(adjacency.rows(), adjacency.cols()).addAll(adjacency).addAll(adjacency.transpose()).build(Math::max);
    }

    /** A + I: an edge from a node to itself gets heavier by one. */
    public static CsrMatrix withSelfLoops(CsrMatrix adjacency) {
        CsrBuilder sum = new CsrBuilder(adjacency.rows(), adjacency.cols()).addAll(adjacency);
        for (int node = 0; node < adjacency.rows(); node++) {
            sum.add(node, node, 1);
        }
        return sum.build(Double::sum);
    }

    /** D<sup>-1</sup>(A + I) with D the row sums of A + I: the random walk with rests. Rows sum to one; an isolated node stays where it is. */
    public static CsrMatrix transition(CsrMatrix adjacency) {
        return rowNormalised(withSelfLoops(adjacency));
    }

    /** D<sup>-1/2</sup>(A + I)D<sup>-1/2</sup> with D the row sums of A + I, for an undirected graph. */
    public static CsrMatrix symmetricallyNormalised(CsrMatrix adjacency) {
        CsrMatrix looped = withSelfLoops(adjacency);
        double[] root = scales(looped, sum -> 1 / Math.sqrt(sum));
        return scaled(looped, (row, column) -> root[row] * root[column]);
    }

    /** Each row divided by its sum; rows that sum to zero become zero. */
    public static CsrMatrix rowNormalised(CsrMatrix matrix) {
        double[] scale = scales(matrix, sum -> 1 / sum);
        return scaled(matrix, (row, column) -> scale[row]);
    }

    /** The N x N identity, as one-hot features of nodes that have no others. */
    public static CsrMatrix identity(int nodes) {
        CsrBuilder diagonal = new CsrBuilder(nodes, nodes);
        for (int node = 0; node < nodes; node++) {
            diagonal.add(node, node, 1);
        }
        return diagonal.build(Double::sum);
    }

    /** Some rows of a matrix, in the order given. */
    public static CsrMatrix rows(CsrMatrix matrix, int[] wanted) {
        CsrBuilder picked = new CsrBuilder(wanted.length, matrix.cols());
        for (int r = 0; r < wanted.length; r++) {
            for (int e = matrix.rowStart()[wanted[r]]; e < matrix.rowStart()[wanted[r] + 1]; e++) {
                picked.add(r, matrix.columns()[e], matrix.values()[e]);
            }
        }
        return picked.build(Double::sum);
    }

    /** Number of edges from a node to itself. */
    public static int selfLoops(CsrMatrix adjacency) {
        int loops = 0;
        for (int node = 0; node < adjacency.rows(); node++) {
            for (int e = adjacency.rowStart()[node]; e < adjacency.rowStart()[node + 1]; e++) {
                loops += adjacency.columns()[e] == node ? 1 : 0;
            }
        }
        return loops;
    }

    private static double[] scales(CsrMatrix matrix, DoubleUnaryOperator ofSum) {
        double[] scales = matrix.rowSums();
        for (int r = 0; r < scales.length; r++) {
            scales[r] = scales[r] == 0 ? 0 : ofSum.applyAsDouble(scales[r]);
        }
        return scales;
    }

    private static CsrMatrix scaled(CsrMatrix matrix, Factor factor) {
        double[] values = matrix.values().clone();
        for (int r = 0; r < matrix.rows(); r++) {
            for (int e = matrix.rowStart()[r]; e < matrix.rowStart()[r + 1]; e++) {
                values[e] *= factor.at(r, matrix.columns()[e]);
            }
        }
        return matrix.withValues(values);
    }

    private interface Factor {
        double at(int row, int column);
    }
}
