package org.espalier.data.graph.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

import org.espalier.api.tensor.CsrMatrix;
import org.espalier.data.Split;
import org.espalier.data.graph.CsrBuilder;
import org.espalier.data.graph.GraphData;
import org.espalier.data.internal.GraphChecks;
import org.espalier.data.internal.text.Lines;
import org.espalier.data.internal.text.Lines.Line;

/**
 * Reads the text form of the Geom-GCN project, plain or gzipped, both files with a header line: {@code out1_node_feature_label.txt} with a line {@code id TAB
 * features TAB class} per node, features divided by commas, classes numbered from 0 (-1: not known); {@code out1_graph_edges.txt} with a line {@code id TAB id} per
 * edge. Edges stay directed, repeated ones are merged; those to ids without a node are left out and counted in a note.
 */
public final class GeomReader {
    private GeomReader() {
    }

    /**
     * Reads a graph whose lines give the value of every feature.
     *
     * @param name  name of the data set
     * @param notes told what was odd
     * @return the graph, not split
     * @throws org.espalier.api.error.DataException if a line is malformed, naming it
     */
    public static GraphData read(String name, Path nodes, Path edges, Consumer<String> notes) throws IOException {
        Lines lines = Lines.of(nodes);
        return graph(name, new GeomNodes(lines, GeomFeatures.values(lines)), Lines.of(edges), notes);
    }

    /**
     * As {@link #read}, but lines give the places of ones, counted from 0, as those of {@code film} do.
     *
     * @param features how many there are, 932 for {@code film}
     */
    public static GraphData readPlaces(String name, Path nodes, Path edges, int features, Consumer<String> notes) throws IOException {
        Lines lines = Lines.of(nodes);
        return graph(name, new GeomNodes(lines, GeomFeatures.places(lines, features)), Lines.of(edges), notes);
    }

    private static GraphData graph(String name, GeomNodes nodes, Lines edges, Consumer<String> notes) {
        CsrMatrix adjacency = adjacency(nodes.ids(), edges, notes);
        GraphData graph = new GraphData(name, adjacency, nodes.features(), nodes.labels(), nodes.classes(), Split.none());
        return GraphChecks.checked(nodes::where, graph, notes);
    }

    private static CsrMatrix adjacency(Map<String, Integer> nodes, Lines edges, Consumer<String> notes) {
        CsrBuilder adjacency = new CsrBuilder(nodes.size(), nodes.size());
        int unknown = 0;
        for (Line line : edges.lines().stream().skip(1).toList()) {
            String[] ids = line.text().strip().split("\t");
            if (ids.length != 2) {
                throw edges.wrong(line, ids.length + " ids where two, divided by a tab, make an edge");
            }
            Integer from = nodes.get(ids[0].strip());
            Integer to = nodes.get(ids[1].strip());
            if (from == null || to == null) {
                unknown++;
            } else {
                adjacency.add(from, to, 1);
            }
        }
        if (unknown > 0) {
            notes.accept(unknown + " edges to ids without a node left out");
        }
        return adjacency.build(Math::max);
    }
}
