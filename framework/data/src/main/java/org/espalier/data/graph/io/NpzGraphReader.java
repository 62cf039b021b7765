package org.espalier.data.graph.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleBinaryOperator;

import org.espalier.api.error.DataException;
import org.espalier.api.tensor.CsrMatrix;
import org.espalier.data.Split;
import org.espalier.data.graph.CsrBuilder;
import org.espalier.data.graph.GraphData;
import org.espalier.data.internal.CsrParts;
import org.espalier.data.internal.GraphChecks;
import org.espalier.data.internal.Labels;
import org.espalier.data.numpy.NpzFile;
import org.espalier.data.numpy.NumpyArray;

/**
 * Reads graphs stored as NumPy archives: adjacency and features as compressed rows named {@code adj_data …} (as the gnn-benchmark project writes) or
 * {@code adj_matrix.data …} (as the ppnp project does), features also as one dense {@code attr_matrix}; and {@code labels}.
 * Edges keep their direction.
 */
public final class NpzGraphReader {
    private static final List<String> ADJACENCY = List.of("adj_", "adj_matrix.");
    private static final List<String> FEATURES = List.of("attr_", "attr_matrix.");
    private static final String DENSE = "attr_matrix";

    private final NpzFile file;

    private NpzGraphReader(NpzFile file) {
        this.file = file;
    }

    /**
     * Reads a file.
     *
     * @param name  name of the data set
     * @param notes told what was odd
     * @return the graph, not split
     * @throws DataException if an array is missing, malformed or does not fit the others, naming it
     */
    public static GraphData read(String name, Path path, Consumer<String> notes) throws IOException {
        try (NpzFile file = new NpzFile(path)) {
            return new NpzGraphReader(file).graph(name, notes);
        }
    }

    private GraphData graph(String name, Consumer<String> notes) throws IOException {
        CsrMatrix adjacency = compressed(ADJACENCY, NpzGraphReader::heavier);
        CsrMatrix features = file.has(DENSE) ? dense(file.array(DENSE)) : compressed(FEATURES, Double::sum);
        int[] labels = Labels.of(file.array("labels"));
        if (adjacency.rows() != adjacency.cols() || features.rows() != adjacency.rows() || labels.length != adjacency.rows()) {
            throw new DataException(file.name() + ": adjacency of " + adjacency.rows() + " x " + adjacency.cols() + ", features of " + features.rows()
                    + " nodes and labels of " + labels.length + " nodes are not of one graph");
        }
        GraphData graph = new GraphData(name, adjacency, features, labels, classes(labels), Split.none());
        return GraphChecks.checked(node -> file.name() + ", node " + node, graph, notes);
    }

    /** Of two edges at one place; one that is not above 0 stays, so that it is found. */
    private static double heavier(double one, double other) {
        return Math.min(one, other) > 0 ? Math.max(one, other) : Math.min(one, other);
    }

    private CsrMatrix compressed(List<String> prefixes, DoubleBinaryOperator merge) throws IOException {
        String prefix = prefixes.stream().filter(p -> file.has(p + "indptr")).findFirst().orElse(prefixes.get(0));
        return new CsrParts(file.name() + ", " + prefix + "*", file.array(prefix + "shape").integers(), file.array(prefix + "indptr"),
                file.array(prefix + "indices"), file.array(prefix + "data")).matrix(merge);
    }

    private static CsrMatrix dense(NumpyArray array) {
        if (array.shape().length != 2) {
            throw new DataException(array.source() + ": " + array.shape().length + " dimensions where nodes and features are needed");
        }
        double[] values = array.numbers();
        CsrBuilder features = new CsrBuilder(array.shape()[0], array.shape()[1]);
        for (int i = 0; i < values.length; i++) {
            if (values[i] != 0) {
                features.add(i / array.shape()[1], i % array.shape()[1], values[i]);
            }
        }
        return features.build(Double::sum);
    }

    private List<String> classes(int[] labels) throws IOException {
        int classes = Arrays.stream(labels).max().orElse(GraphData.UNLABELLED) + 1;
        List<String> names = file.has("class_names") ? file.array("class_names").strings() : List.of();
        return names.size() >= classes ? names : Labels.numbered(classes);
    }
}
