package org.espalier.gndnets.internal.model;

import org.espalier.api.tensor.CsrMatrix;
import org.espalier.data.graph.GraphData;
import org.espalier.data.graph.GraphMatrices;

/** The constant matrices of the baselines. They see the undirected graph. */
final class NodeMatrices {
    private NodeMatrices() {
    }

    /** X [N, D], each row divided by its sum. */
    static CsrMatrix features(GraphData data) {
        return GraphMatrices.rowNormalised(data.features());
    }

    /** S = D^-1/2 (A + I) D^-1/2, [N, N]. */
    static CsrMatrix convolution(GraphData data) {
        return GraphMatrices.symmetricallyNormalised(undirected(data));
    }

    /** D^-1 A, [N, N]: without added self-loops; the row of an isolated node is empty. */
    static CsrMatrix walk(GraphData data) {
        return GraphMatrices.rowNormalised(undirected(data));
    }

    /** S0 = D^-1/2 A D^-1/2, [N, N]: without added self-loops; the row of an isolated node is empty. */
    static CsrMatrix unloopedConvolution(GraphData data) {
        CsrMatrix edges = undirected(data);
        double[] degrees = edges.rowSums();
        double[] values = edges.values().clone();
        for (int node = 0; node < edges.rows(); node++) {
            for (int e = edges.rowStart()[node]; e < edges.rowStart()[node + 1]; e++) {
                values[e] /= Math.sqrt(degrees[node] * degrees[edges.columns()[e]]);
            }
        }
        return edges.withValues(values);
    }

    /** A + I, [N, N]: every node and its neighbours. */
    static CsrMatrix neighbourhoods(GraphData data) {
        return GraphMatrices.withSelfLoops(undirected(data));
    }

    private static CsrMatrix undirected(GraphData data) {
        return GraphMatrices.symmetrised(data.adjacency());
    }
}
