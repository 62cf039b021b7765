package org.espalier.data.graph.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.espalier.api.error.DataException;
import org.espalier.data.graph.GraphData;
import org.espalier.data.internal.pickle.PickleWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes in the first rows, test nodes 4 and 2, and node 3 that no file but the graph names. */
class PlanetoidReaderTest {
    @TempDir
    Path folder;

    private final List<String> notes = new ArrayList<>();

    @BeforeEach
    void writeSoundFiles() throws IOException {
        new PickleWriter().matrix(2, 2, new int[] {0, 1, 2}, new int[] {0, 1}, new int[] {1, 1}).write(file("allx"));
        new PickleWriter().array(new int[] {2, 2}, 1, 0, 0, 1).write(file("ally"));
        new PickleWriter().matrix(2, 2, new int[] {0, 2, 2}, new int[] {0, 1}, new int[] {5, 6}).write(file("tx"));
        new PickleWriter().array(new int[] {2, 2}, 0, 1, 1, 0).write(file("ty"));
        new PickleWriter().neighbours(new int[][] {{1, 1}, {0}, {4, 2}, {}, {}}).write(file("graph"));
        Files.writeString(file("test.index"), "4\r\n\n2\n");
    }

    @Test
    void putsTestRowsWhereTheIndexSays() throws IOException {
        GraphData graph = read();
        assertArrayEquals(new int[] {0, 1, 0, -1, 1}, graph.labels());
        assertArrayEquals(new int[] {0, 1, 2, 2, 2, 4}, graph.features().rowStart());
        assertArrayEquals(new double[] {1, 1, 5, 6}, graph.features().values());
    }

    @Test
    void makesEdgesUndirectedAndSingle() throws IOException {
        GraphData graph = read();
        assertArrayEquals(new int[] {0, 1, 2, 4, 4, 5}, graph.adjacency().rowStart());
        assertArrayEquals(new int[] {1, 0, 2, 4, 2}, graph.adjacency().columns());
        assertArrayEquals(new double[] {1, 1, 1, 1, 1}, graph.adjacency().values());
    }

    @Test
    void notesLoopsAndUnlabelledNodes() throws IOException {
        read();
        assertEquals(List.of("1 edges from a node to itself kept", "1 nodes without a label: they neither train nor count"), notes);
    }

    @Test
    void namesTheMissingMemberAndThePresentOnes() throws IOException {
        Files.delete(file("allx"));
        assertProblem("ind.t.allx: missing beside ind.t.ally, ind.t.tx, ind.t.ty, ind.t.graph, ind.t.test.index; needed are allx, ally, tx, ty, graph, test.index");
    }

    @Test
    void readsGraphAndClassesWhereFeaturesAreMissing() throws IOException {
        GraphData whole = read();
        Files.delete(file("allx"));
        Files.delete(file("tx"));
        GraphData bare = PlanetoidReader.readWithoutFeatures("t", PlanetoidFiles.in(folder, "t"), notes::add);
        assertEquals(0, bare.features().cols());
        assertEquals(whole.nodes(), bare.nodes());
        assertArrayEquals(whole.labels(), bare.labels());
        assertEquals(whole.adjacency().entries(), bare.adjacency().entries());
    }

    @Test
    void refusesMembersOfDifferentSets() throws IOException {
        Files.writeString(file("test.index"), "4\n");
        assertProblem("ind.t.*: allx of 2 x 2, ally of 2 rows, tx of 2 x 2, ty of 2 rows and test.index of 1 lines are not of one data set");
    }

    @Test
    void namesTheWrongLineOfTheTestIndex() throws IOException {
        Files.writeString(file("test.index"), "4\nfive\n");
        assertProblem("ind.t.test.index:2: 'five' is not a node number");
        Files.writeString(file("test.index"), "4\n1\n");
        assertProblem("ind.t.test.index:2: node 1 is not between the 2 that allx holds and the 5 of the graph");
        Files.writeString(file("test.index"), "2000000000\n2\n");
        assertProblem("ind.t.test.index:1: node 2000000000 is not between the 2 that allx holds and the 5 of the graph");
        Files.writeString(file("test.index"), "4\n4\n");
        assertProblem("ind.t.test.index: a node is given twice");
    }

    @Test
    void refusesEdgesToNodesThatAreNotThere() throws IOException {
        new PickleWriter().neighbours(new int[][] {{9}, {}, {}, {}, {}}).write(file("graph"));
        assertProblem("ind.t.graph: the edge from node 0 to 9 leaves the 5 nodes");
    }

    @Test
    void refusesLabelsThatAreNotOneHot() throws IOException {
        new PickleWriter().array(new int[] {2, 2}, 1, 1, 0, 1).write(file("ally"));
        assertProblem("ind.t.ally: row 0 is neither zeros nor zeros and a single one");
    }

    private void assertProblem(String expected) {
        assertEquals(expected, assertThrows(DataException.class, this::read).getMessage());
    }

    private GraphData read() throws IOException {
        return PlanetoidReader.read("t", PlanetoidFiles.in(folder, "t"), notes::add);
    }

    private Path file(String member) {
        return folder.resolve("ind.t." + member);
    }
}
