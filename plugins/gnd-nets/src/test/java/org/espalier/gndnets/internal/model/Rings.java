package org.espalier.gndnets.internal.model;

import java.util.List;
import java.util.stream.IntStream;

import org.espalier.api.dataset.Part;
import org.espalier.data.Split;
import org.espalier.data.graph.CsrBuilder;
import org.espalier.data.graph.GraphData;

/** A small graph for tests: two rings of six nodes, one per class, joined by one edge. */
public final class Rings {
    private static final int RING = 6;

    private Rings() {
    }

    /** Train: 2 nodes of each class; validation: 2; test: 3 nodes and one without a label. */
    public static GraphData data() {
        CsrBuilder edges = new CsrBuilder(2 * RING, 2 * RING);
        CsrBuilder features = new CsrBuilder(2 * RING, 5);
        for (int node = 0; node < 2 * RING; node++) {
            int ring = node / RING * RING;
            int next = ring + (node + 1) % RING;
            edges.add(node, next, 1).add(next, node, 1);
            features.add(node, node % 5, 1).add(node, (node * node + ring) % 5, 2);
        }
        edges.add(0, RING, 1).add(RING, 0, 1);
        int[] labels = IntStream.range(0, 2 * RING).map(node -> node == 11 ? GraphData.UNLABELLED : node / RING).toArray();
        Split split = new Split(new int[] {0, 2, 7, 9}, new int[] {1, 8}, new int[] {3, 4, 10, 11});
        return new GraphData("rings", edges.build(Math::max), features.build(Double::sum), labels, List.of("one", "other"), split);
    }

    static int labelled(Part part) {
        return switch (part) {
            case TRAIN -> 4;
            case VALIDATION -> 2;
            case TEST -> 3;
        };
    }
}
