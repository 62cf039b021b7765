package org.espalier.data.internal;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.espalier.api.error.DataException;
import org.espalier.api.tensor.CsrMatrix;
import org.espalier.data.graph.GraphData;
import org.espalier.data.graph.GraphMatrices;

/** What holds of every graph, whatever file it came from. */
public final class GraphChecks {
    private GraphChecks() {
    }

    /**
     * Lets a sound graph pass and notes what is odd about it.
     *
     * @param where says of a node where it stands, for messages: file and line, or file and number
     * @throws DataException if an edge's weight is not a number above 0, a feature is not finite, or features of a node have a negative sum
     */
    public static GraphData checked(IntFunction<String> where, GraphData graph, Consumer<String> notes) {
        weights(where, graph.adjacency());
        features(where, graph.features());
        note(notes, GraphMatrices.selfLoops(graph.adjacency()), "edges from a node to itself kept");
        note(notes, cancelled(graph.features()), "nodes whose features sum to zero without all being zero: they count as nodes without features");
        note(notes, Arrays.stream(graph.labels()).filter(label -> label == GraphData.UNLABELLED).count(), "nodes without a label: they neither train nor count");
        return graph;
    }

    private static void weights(IntFunction<String> where, CsrMatrix adjacency) {
        for (int node = 0; node < adjacency.rows(); node++) {
            for (int e = adjacency.rowStart()[node]; e < adjacency.rowStart()[node + 1]; e++) {
                double weight = adjacency.values()[e];
                if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
                    throw new DataException(where.apply(node) + ": the edge to node " + adjacency.columns()[e] + " has weight " + weight + "; weights are above 0");
                }
            }
        }
    }

    private static void features(IntFunction<String> where, CsrMatrix features) {
        double[] sums = features.rowSums();
        for (int node = 0; node < features.rows(); node++) {
            for (int e = features.rowStart()[node]; e < features.rowStart()[node + 1]; e++) {
                if (!Double.isFinite(features.values()[e])) {
                    throw new DataException(where.apply(node) + ": " + features.values()[e] + " as feature " + features.columns()[e] + "; features are finite numbers");
                }
            }
            if (sums[node] < 0) {
                throw new DataException(where.apply(node) + ": the features sum to " + sums[node] + "; they are divided by their sum, which must not be negative");
            }
        }
    }

    private static long cancelled(CsrMatrix features) {
        double[] sums = features.rowSums();
        return IntStream.range(0, features.rows())
                .filter(node -> sums[node] == 0 && IntStream.range(features.rowStart()[node], features.rowStart()[node + 1]).anyMatch(e -> features.values()[e] != 0)).count();
    }

    private static void note(Consumer<String> notes, long count, String what) {
        if (count > 0) {
            notes.accept(count + " " + what);
        }
    }
}
