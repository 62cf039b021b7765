package org.espalier.data.graph;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.espalier.api.tensor.CsrMatrix;
import org.espalier.data.Split;

/**
 * One graph of N nodes with D features each, for learning the classes of nodes. Arrays are not copied and must not be changed.
 *
 * @param name      name of the data set
 * @param adjacency [N, N]: entry (i, j) is the weight, greater than 0, of the edge from i to j; undirected graphs hold both directions
 * @param features  [N, D], as published: not normalised
 * @param labels    class of each node, {@value #UNLABELLED} where it is not known
 * @param classes   names of the classes
 * @param split     nodes of each part; may hold unlabelled ones, which neither train nor count
 */
public record GraphData(String name, CsrMatrix adjacency, CsrMatrix features, int[] labels, List<String> classes, Split split) {
    /** Name of this kind in annotations. */
    public static final String KIND = "graph";

    /** The label of a node without one. */
    public static final int UNLABELLED = -1;

    /** @throws IllegalArgumentException if the parts are not of one graph */
    public GraphData {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(split, "split");
        classes = List.copyOf(classes);
        if (adjacency.rows() != adjacency.cols() || features.rows() != adjacency.rows() || labels.length != adjacency.rows()) {
            throw new IllegalArgumentException("Adjacency " + adjacency + ", features " + features + " and " + labels.length + " labels are not of one graph");
        }
        for (int node = 0; node < labels.length; node++) {
            if (labels[node] < UNLABELLED || labels[node] >= classes.size()) {
                throw new IllegalArgumentException("Node " + node + " has class " + labels[node] + " of " + classes.size());
            }
        }
    }

    /** Number of nodes, N. */
    public int nodes() {
        return labels.length;
    }

    /** Whether the class of a node is known. */
    public boolean labelled(int node) {
        return labels[node] != UNLABELLED;
    }

    /** This graph with its nodes divided. */
    public GraphData withSplit(Split other) {
        return new GraphData(name, adjacency, features, labels, classes, other);
    }

    /** This graph with other features. */
    public GraphData withFeatures(CsrMatrix other) {
        return new GraphData(name, adjacency, other, labels, classes, split);
    }

    /** This graph with other edges. */
    public GraphData withAdjacency(CsrMatrix other) {
        return new GraphData(name, other, features, labels, classes, split);
    }

    /** One line for people: the sizes. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s: %,d nodes, %,d stored edges, %,d features, %d classes; %s", name, nodes(), adjacency.entries(), features.cols(), classes.size(), split);
    }
}
