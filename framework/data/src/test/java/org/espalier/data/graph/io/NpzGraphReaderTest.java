package org.espalier.data.graph.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.espalier.api.error.DataException;
import org.espalier.data.graph.GraphData;
import org.espalier.data.numpy.NpzWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpzGraphReaderTest {
    @TempDir
    Path folder;

    private final List<String> notes = new ArrayList<>();

    @Test
    void readsTheUnderscoreDialectAndKeepsDirections() throws IOException {
        GraphData graph = read(sound("adj_", "attr_"));
        assertArrayEquals(new int[] {0, 1, 3, 3}, graph.adjacency().rowStart());
        assertArrayEquals(new int[] {1, 1, 2}, graph.adjacency().columns());
        assertArrayEquals(new double[] {1, 0.5}, graph.features().values());
        assertArrayEquals(new int[] {1, 0, -1}, graph.labels());
        assertEquals(List.of("0", "1"), graph.classes());
        assertEquals(List.of("1 edges from a node to itself kept", "1 nodes without a label: they neither train nor count"), notes);
    }

    @Test
    void readsTheDottedDialectAndSkipsObjects() throws IOException {
        byte[] names = "Lo\nHi\0".getBytes(Charset.forName("UTF-32LE"));
        NpzWriter file = sound("adj_matrix.", "attr_matrix.").array("metadata", "|O", false, "()", new byte[] {1}).array("class_names", "<U3", false, "(2,)", names);
        assertEquals(List.of("Lo", "Hi"), read(file).classes());
    }

    @Test
    void readsDenseFeaturesAndOneHotLabels() throws IOException {
        NpzWriter file = sound("adj_", "attr_").floats("attr_matrix", "(3, 2)", 0, 1, 2, 0, 0, 0).floats("labels", "(3, 2)", 0, 1, 0, 0, 1, 0);
        GraphData graph = read(file);
        assertArrayEquals(new int[] {0, 1, 2, 2}, graph.features().rowStart());
        assertArrayEquals(new int[] {1, -1, 0}, graph.labels());
    }

    @Test
    void sortsColumnsAndMergesRepeats() throws IOException {
        GraphData graph = read(sound("adj_", "attr_").ints("adj_indptr", 0, 3, 3, 3).ints("adj_indices", 2, 1, 2).floats("adj_data", 1, 1, 1));
        assertArrayEquals(new int[] {1, 2}, graph.adjacency().columns());
        assertArrayEquals(new double[] {1, 1}, graph.adjacency().values());
    }

    @Test
    void refusesRowOffsetsThatDecrease() {
        assertProblem(sound("adj_", "attr_").ints("adj_indptr", 0, 2, 1, 3), "g.npz, adj_*: row offsets decrease from 2 to 1 at row 1");
        assertProblem(sound("adj_", "attr_").ints("adj_indptr", 0, 2, 2, 2), "g.npz, adj_*: row offsets go from 0 to 2, not from 0 to 3");
    }

    @Test
    void refusesColumnsOutOfRange() {
        assertProblem(sound("adj_", "attr_").ints("adj_indices", 1, 1, 3), "g.npz, adj_*: row 1 has column 3, outside [0, 3)");
    }

    @Test
    void refusesPartsOfDifferentLength() {
        assertProblem(sound("adj_", "attr_").floats("adj_data", 1, 1), "g.npz, adj_*: 4 row offsets, 3 columns and 2 values do not make 3 rows");
    }

    @Test
    void refusesMatricesOfDifferentGraphs() {
        assertProblem(sound("adj_", "attr_").ints("labels", 1, 0), "g.npz: adjacency of 3 x 3, features of 3 nodes and labels of 2 nodes are not of one graph");
    }

    @Test
    void refusesWeightsThatAreNotPositive() {
        assertProblem(sound("adj_", "attr_").floats("adj_data", 1, 0, 1), "g.npz, node 1: the edge to node 1 has weight 0.0; weights are above 0");
        assertProblem(sound("adj_", "attr_").floats("adj_data", 1, 1, Double.NaN), "g.npz, node 1: the edge to node 2 has weight NaN; weights are above 0");
    }

    @Test
    void refusesWeightsThatARepeatedEdgeWouldHide() {
        NpzWriter repeated = sound("adj_", "attr_").ints("adj_indptr", 0, 2, 3, 3).ints("adj_indices", 1, 1, 2);
        assertProblem(repeated.floats("adj_data", -2, 1, 1), "g.npz, node 0: the edge to node 1 has weight -2.0; weights are above 0");
        assertProblem(repeated.floats("adj_data", 1, 0, 1), "g.npz, node 0: the edge to node 1 has weight 0.0; weights are above 0");
        assertProblem(repeated.floats("adj_data", 1, Double.NaN, 1), "g.npz, node 0: the edge to node 1 has weight NaN; weights are above 0");
    }

    @Test
    void notesFeaturesThatSumToZero() throws IOException {
        read(sound("adj_", "attr_").ints("attr_indptr", 0, 0, 0, 2).ints("attr_indices", 0, 1).floats("attr_data", 1, -1));
        assertEquals("1 nodes whose features sum to zero without all being zero: they count as nodes without features", notes.get(1));
    }

    @Test
    void refusesFeaturesThatCannotBeNormalised() {
        assertProblem(sound("adj_", "attr_").floats("attr_data", 1, Double.POSITIVE_INFINITY), "g.npz, node 2: Infinity as feature 1; features are finite numbers");
        assertProblem(sound("adj_", "attr_").floats("attr_data", 1, -0.5), "g.npz, node 2: the features sum to -0.5; they are divided by their sum, which must not be negative");
    }

    @Test
    void refusesRowsThatAreNotOneHot() {
        assertProblem(sound("adj_", "attr_").floats("labels", "(3, 2)", 0, 1, 1, 1, 0, 0), "g.npz, labels: row 1 is neither zeros nor zeros and a single one");
    }

    @Test
    void namesTheMissingArray() {
        assertProblem(new NpzWriter().ints("labels", 1), "g.npz: no array 'adj_shape'; there are labels");
    }

    private static NpzWriter sound(String adjacency, String features) {
        return new NpzWriter().ints(adjacency + "shape", 3, 3).ints(adjacency + "indptr", 0, 1, 3, 3).ints(adjacency + "indices", 1, 1, 2).floats(adjacency + "data", 1, 1, 1)
                .ints(features + "shape", 3, 2).ints(features + "indptr", 0, 1, 1, 2).ints(features + "indices", 0, 1).floats(features + "data", 1, 0.5)
                .ints("labels", 1, 0, -1);
    }

    private void assertProblem(NpzWriter file, String expected) {
        assertEquals(expected, assertThrows(DataException.class, () -> read(file)).getMessage());
    }

    private GraphData read(NpzWriter file) throws IOException {
        return NpzGraphReader.read("g", file.write(folder.resolve("g.npz")), notes::add);
    }
}
