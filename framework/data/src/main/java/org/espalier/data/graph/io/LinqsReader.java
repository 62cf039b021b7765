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
import org.espalier.data.internal.text.TarGz;

/**
 * Reads the text form of the LINQS group: {@code NAME.content} with a line {@code id TAB features TAB label} per node (label {@code -1}: not known), and
 * {@code NAME.cites} with a line {@code id TAB id} per edge. Edges are made undirected, repeated ones merged; those to ids that have no
 * line in the content are left out and counted in a note. Classes are numbered in alphabetical order.
 */
public final class LinqsReader {
    private LinqsReader() {
    }

    /**
     * Reads two files, plain or gzipped.
     *
     * @param name  name of the data set
     * @param notes told what was odd
     * @return the graph, not split
     * @throws org.espalier.api.error.DataException if a line is malformed, naming it
     */
    public static GraphData read(String name, Path content, Path cites, Consumer<String> notes) throws IOException {
        return graph(name, Lines.of(content), Lines.of(cites), notes);
    }

    /** Reads the {@code .tgz} that holds both files; otherwise as {@link #read}. */
    public static GraphData readArchive(String name, Path archive, Consumer<String> notes) throws IOException {
        return graph(name, TarGz.lines(archive, ".content"), TarGz.lines(archive, ".cites"), notes);
    }

    private static GraphData graph(String name, Lines contentLines, Lines cites, Consumer<String> notes) {
        LinqsContent content = new LinqsContent(contentLines);
        CsrMatrix adjacency = adjacency(content.nodes(), cites, notes);
        GraphData graph = new GraphData(name, adjacency, content.features(), content.labels(), content.classes(), Split.none());
        return GraphChecks.checked(content::where, graph, notes);
    }

    private static CsrMatrix adjacency(Map<String, Integer> nodes, Lines cites, Consumer<String> notes) {
        CsrBuilder adjacency = new CsrBuilder(nodes.size(), nodes.size());
        int unknown = 0;
        for (Line line : cites.lines()) {
            String[] ids = line.text().strip().split("\t");
            if (ids.length != 2) {
                throw cites.wrong(line, ids.length + " ids where two, divided by a tab, make an edge");
            }
            Integer one = nodes.get(ids[0].strip());
            Integer other = nodes.get(ids[1].strip());
            if (one == null || other == null) {
                unknown++;
            } else {
                adjacency.add(one, other, 1).add(other, one, 1);
            }
        }
        if (unknown > 0) {
            notes.accept(unknown + " edges to ids without content left out");
        }
        return adjacency.build(Math::max);
    }
}
