package org.espalier.data.graph.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.espalier.api.error.DataException;
import org.espalier.api.tensor.CsrMatrix;
import org.espalier.data.Split;
import org.espalier.data.graph.CsrBuilder;
import org.espalier.data.graph.GraphData;
import org.espalier.data.internal.GraphChecks;
import org.espalier.data.internal.Labels;
import org.espalier.data.internal.pickle.PickleFile;
import org.espalier.data.internal.text.Lines;
import org.espalier.data.internal.text.Lines.Line;
import org.espalier.data.numpy.NumpyArray;

/**
 * Reads the pickles of the Planetoid project. Edges are made undirected, repeated ones merged. Nodes that neither the first rows nor the
 * test index name (Citeseer has 15) get no features and no label.
 */
public final class PlanetoidReader {
    private final PlanetoidFiles files;
    private final CsrMatrix first;
    private final CsrMatrix test;
    private final int[] testNodes;
    private final Map<Integer, List<Integer>> neighbours;
    private final int nodes;

    private PlanetoidReader(PlanetoidFiles files, CsrMatrix first, CsrMatrix test) throws IOException {
        this.files = files;
        this.first = first;
        this.test = test;
        this.neighbours = PickleFile.read(files.graph()).neighbours();
        this.nodes = Math.max(neighbours.size(), first.rows());
        this.testNodes = testNodes(Lines.of(files.testIndex()));
    }

    /**
     * Reads a data set.
     *
     * @param name  its name
     * @param notes told what was odd
     * @return the graph, not split
     * @throws DataException if a file is missing, malformed or does not fit the others, naming it
     */
    public static GraphData read(String name, PlanetoidFiles files, Consumer<String> notes) throws IOException {
        files.require(PlanetoidFiles.MEMBERS);
        CsrMatrix first = PickleFile.read(files.allx()).matrix().matrix(Double::sum);
        CsrMatrix test = PickleFile.read(files.tx()).matrix().matrix(Double::sum);
        return new PlanetoidReader(files, first, test).graph(name, notes);
    }

    /** As {@link #read}, but without features: {@code allx} and {@code tx} are not looked at, and the graph has no feature columns. */
    public static GraphData readWithoutFeatures(String name, PlanetoidFiles files, Consumer<String> notes) throws IOException {
        files.require(PlanetoidFiles.WITHOUT_FEATURES);
        return new PlanetoidReader(files, featureless(files.ally()), featureless(files.ty())).graph(name, notes);
    }

    private static CsrMatrix featureless(Path classes) throws IOException {
        return new CsrBuilder(Labels.of(PickleFile.read(classes).array()).length, 0).build(Double::sum);
    }

    private GraphData graph(String name, Consumer<String> notes) throws IOException {
        NumpyArray firstClasses = PickleFile.read(files.ally()).array();
        int[] firstLabels = Labels.of(firstClasses);
        int[] testLabels = Labels.of(PickleFile.read(files.ty()).array());
        requireFit(name, firstLabels.length, testLabels.length);
        int[] labels = new int[nodes];
        Arrays.fill(labels, GraphData.UNLABELLED);
        System.arraycopy(firstLabels, 0, labels, 0, firstLabels.length);
        for (int row = 0; row < testNodes.length; row++) {
            labels[testNodes[row]] = testLabels[row];
        }
        int classes = IntStream.of(labels).max().orElse(GraphData.UNLABELLED) + 1;
        GraphData graph = new GraphData(name, adjacency(), features(), labels, Labels.numbered(classes), Split.none());
        return GraphChecks.checked(node -> "ind." + name + ".*, node " + node, graph, notes);
    }

    private void requireFit(String name, int firstLabels, int testLabels) {
        if (first.rows() != firstLabels || test.rows() != testLabels || test.rows() != testNodes.length || first.cols() != test.cols()) {
            throw new DataException("ind." + name + ".*: allx of " + first.rows() + " x " + first.cols() + ", ally of " + firstLabels + " rows, tx of " + test.rows()
                    + " x " + test.cols() + ", ty of " + testLabels + " rows and test.index of " + testNodes.length + " lines are not of one data set");
        }
    }

    private CsrMatrix features() {
        CsrBuilder features = new CsrBuilder(nodes, first.cols()).addAll(first);
        for (int row = 0; row < testNodes.length; row++) {
            for (int e = test.rowStart()[row]; e < test.rowStart()[row + 1]; e++) {
                features.add(testNodes[row], test.columns()[e], test.values()[e]);
            }
        }
        return features.build(Double::sum);
    }

    private CsrMatrix adjacency() {
        CsrBuilder adjacency = new CsrBuilder(nodes, nodes);
        neighbours.forEach((node, list) -> list.forEach(other -> {
            if (Math.min(node, other) < 0 || Math.max(node, other) >= nodes) {
                throw new DataException(files.graph().getFileName() + ": the edge from node " + node + " to " + other + " leaves the " + nodes + " nodes");
            }
            adjacency.add(node, other, 1).add(other, node, 1);
        }));
        return adjacency.build(Math::max);
    }

    private int[] testNodes(Lines lines) {
        int[] read = lines.lines().stream().mapToInt(line -> testNode(lines, line)).toArray();
        if (Arrays.stream(read).distinct().count() < read.length) {
            throw new DataException(lines.file() + ": a node is given twice");
        }
        return read;
    }

    private int testNode(Lines lines, Line line) {
        try {
            int node = Integer.parseInt(line.text().strip());
            if (node >= first.rows() && node < nodes) {
                return node;
            }
        } catch (NumberFormatException e) {
            throw new DataException(lines.wrong(line, "'" + line.text() + "' is not a node number").getMessage(), e);
        }
        throw lines.wrong(line, "node " + line.text().strip() + " is not between the " + first.rows() + " that allx holds and the " + nodes + " of the graph");
    }
}
