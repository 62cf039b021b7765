package org.espalier.gndnets.internal.smoothing;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.espalier.api.tensor.CsrMatrix;
import org.espalier.data.graph.GraphData;
import org.espalier.data.graph.GraphMatrices;

/**
 * How many hops the nodes of a graph are from the nearest training node, directions ignored.
 *
 * @param hops by node; {@value #UNREACHED} if there is no way
 */
public record LabelDistance(int[] hops) {
    /** Farther than any way. */
    public static final int UNREACHED = Integer.MAX_VALUE;

    /** Measures a graph that is split. */
    public static LabelDistance of(GraphData graph) {
        CsrMatrix edges = GraphMatrices.symmetrised(graph.adjacency());
        int[] hops = new int[graph.nodes()];
        Arrays.fill(hops, UNREACHED);
        int[] queue = new int[graph.nodes()];
        int end = 0;
        for (int node : graph.split().train()) {
            hops[node] = 0;
            queue[end++] = node;
        }
        for (int at = 0; at < end; at++) {
            for (int e = edges.rowStart()[queue[at]]; e < edges.rowStart()[queue[at] + 1]; e++) {
                int neighbour = edges.columns()[e];
                if (hops[neighbour] == UNREACHED) {
                    hops[neighbour] = hops[queue[at]] + 1;
                    queue[end++] = neighbour;
                }
            }
        }
        return new LabelDistance(hops);
    }

    /** Share of some nodes that are at most so far from a label. */
    public double shareWithin(int most, int[] nodes) {
        return IntStream.of(nodes).filter(node -> hops[node] <= most).count() / (double) nodes.length;
    }
}
