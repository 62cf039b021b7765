package org.espalier.data.graph.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import org.espalier.api.error.DataException;
import org.espalier.data.graph.GraphData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeomReaderTest {
    private static final String NODES_HEADER = "node_id\tfeature\tlabel\n";
    private static final String EDGES_HEADER = "node_id\tnode_id\n";
    private static final String NODES = NODES_HEADER + "0\t1,0,0.5\t1\n1\t0,0,0\t0\n7\t0,2,0\t1\n3\t0,0,0\t-1\n";
    private static final String EDGES = EDGES_HEADER + "0\t1\n0\t1\n7\t0\n7\t7\n1\t99\n";

    @TempDir
    Path folder;

    private final List<String> notes = new ArrayList<>();

    @Test
    void readsFeaturesAndClasses() throws IOException {
        GraphData graph = read(NODES, EDGES);
        assertEquals(List.of("0", "1"), graph.classes());
        assertArrayEquals(new int[] {1, 0, 1, -1}, graph.labels());
        assertArrayEquals(new int[] {0, 2, 2, 3, 3}, graph.features().rowStart());
        assertArrayEquals(new int[] {0, 2, 1}, graph.features().columns());
        assertArrayEquals(new double[] {1, 0.5, 2}, graph.features().values());
    }

    /** As the Geom-GCN project's code does, so that splits are the same whatever the order of the lines. */
    @Test
    void takesIdsThatCountFromZeroAsTheNodesNumbers() throws IOException {
        GraphData graph = read(NODES_HEADER + "2\t1,0\t1\n0\t0,1\t0\n1\t0,0\t-1\n", EDGES_HEADER + "2\t0\n");
        assertArrayEquals(new int[] {0, -1, 1}, graph.labels());
        assertArrayEquals(new int[] {0, 1, 1, 2}, graph.features().rowStart());
        assertArrayEquals(new int[] {1, 0}, graph.features().columns());
        assertArrayEquals(new int[] {0, 0, 0, 1}, graph.adjacency().rowStart());
        assertProblem(NODES_HEADER + "1\t1\t0\n0\tNaN\t0\n", EDGES, "n.txt:3: NaN as feature 0; features are finite numbers");
    }

    @Test
    void keepsDirectionsAndLoopsAndMergesRepeats() throws IOException {
        GraphData graph = read(NODES, EDGES);
        assertArrayEquals(new int[] {0, 1, 1, 3, 3}, graph.adjacency().rowStart());
        assertArrayEquals(new int[] {1, 0, 2}, graph.adjacency().columns());
        assertArrayEquals(new double[] {1, 1, 1}, graph.adjacency().values());
    }

    @Test
    void notesWhatIsOdd() throws IOException {
        read(NODES, EDGES);
        assertEquals(List.of("1 edges to ids without a node left out", "1 edges from a node to itself kept", "1 nodes without a label: they neither train nor count"), notes);
    }

    @Test
    void readsPlacesOfOnes() throws IOException {
        GraphData graph = GeomReader.readPlaces("t", write("n.txt", NODES_HEADER + "0\t4,1,4\t0\n1\t2\t1\n"), write("e.txt", EDGES_HEADER), 5, notes::add);
        assertEquals(5, graph.features().cols());
        assertArrayEquals(new int[] {1, 4, 2}, graph.features().columns());
        assertArrayEquals(new double[] {1, 1, 1}, graph.features().values());
    }

    @Test
    void acceptsForeignLineEndsAndBlankLines() throws IOException {
        GraphData graph = read(NODES.replace("\n", "\r\n\r\n"), EDGES.replace("\n", "\r\n"));
        assertArrayEquals(new int[] {1, 0, 1, -1}, graph.labels());
        assertEquals(3, graph.adjacency().entries());
    }

    @Test
    void readsGzippedFiles() throws IOException {
        GraphData graph = GeomReader.read("t", gzip("n.txt.gz", NODES), gzip("e.txt.gz", EDGES), notes::add);
        assertEquals(4, graph.nodes());
        assertEquals(3, graph.adjacency().entries());
    }

    @Test
    void refusesATruncatedFile() throws IOException {
        byte[] whole = Files.readAllBytes(gzip("n.txt.gz", NODES));
        Path cut = Files.write(folder.resolve("cut.txt.gz"), Arrays.copyOf(whole, whole.length - 12));
        String message = assertThrows(DataException.class, () -> GeomReader.read("t", cut, write("e.txt", EDGES), notes::add)).getMessage();
        assertTrue(message.startsWith("cut.txt.gz: truncated, or not a gzip file"), message);
    }

    @Test
    void namesTheRaggedRow() {
        assertProblem(NODES_HEADER + "0\t1,0\t0\n\n1\t1\t0\n", EDGES, "n.txt:4: 1 features where the first node has 2");
        assertProblem(NODES_HEADER + "0\t1,0\t0\n1\t1,0\n", EDGES, "n.txt:3: 2 columns where an id, the features and a class are divided by tabs");
    }

    @Test
    void namesTheRepeatedId() {
        assertProblem(NODES_HEADER + "0\t1\t0\n1\t1\t0\n0\t1\t0\n", EDGES, "n.txt:4: id '0' was already given in line 2");
    }

    @Test
    void refusesFeaturesThatAreNoNumbersNegativeOrInfinite() {
        assertProblem(NODES_HEADER + "0\tone\t0\n", EDGES, "n.txt:2: 'one' as feature 0 is not a number");
        assertProblem(NODES_HEADER + "0\t1,NaN\t0\n", EDGES, "n.txt:2: NaN as feature 1; features are finite numbers");
        assertProblem(NODES_HEADER + "0\t1,-2\t0\n", EDGES, "n.txt:2: the features sum to -1.0; they are divided by their sum, which must not be negative");
    }

    @Test
    void refusesPlacesOutsideTheFeatures() {
        assertPlacesProblem("0\t5\t0\n", "n.txt:2: feature 5 is not between 0 and 4");
        assertPlacesProblem("0\t1,x\t0\n", "n.txt:2: 'x' is not the place of a feature");
    }

    @Test
    void refusesClassesThatAreNoNumbers() {
        assertProblem(NODES_HEADER + "0\t1\tred\n", EDGES, "n.txt:2: 'red' is not the number of a class");
        assertProblem(NODES_HEADER + "0\t1\t1\n", EDGES, "n.txt:2: class 1 is neither -1, for not known, nor one of at most 1 classes of as many nodes, counted from 0");
    }

    @Test
    void namesTheMalformedEdge() {
        assertProblem(NODES, EDGES_HEADER + "0\t1\n7\n", "e.txt:3: 1 ids where two, divided by a tab, make an edge");
    }

    private void assertProblem(String nodes, String edges, String expected) {
        assertEquals(expected, assertThrows(DataException.class, () -> read(nodes, edges)).getMessage());
    }

    private void assertPlacesProblem(String node, String expected) {
        assertEquals(expected, assertThrows(DataException.class,
                () -> GeomReader.readPlaces("t", write("n.txt", NODES_HEADER + node), write("e.txt", EDGES), 5, notes::add)).getMessage());
    }

    private GraphData read(String nodes, String edges) throws IOException {
        return GeomReader.read("t", write("n.txt", nodes), write("e.txt", edges), notes::add);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path gzip(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
