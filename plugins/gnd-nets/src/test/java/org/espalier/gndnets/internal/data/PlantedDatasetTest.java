package org.espalier.gndnets.internal.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import org.espalier.api.tensor.CsrMatrix;
import org.espalier.data.graph.GraphData;
import org.espalier.testkit.fixture.FilesAccess;
import org.espalier.testkit.fixture.TestRandomSource;
import org.junit.jupiter.api.Test;

class PlantedDatasetTest {
    private static final int NODES = 20_000;

    private final FilesAccess access = new FilesAccess(PlantedDataset.class, Path.of(""), List.of());
    private final GraphData graph = new PlantedDataset(new PlantedDataset.Parameters(NODES, 10, 10, 0.6, 100, 10, 0.2, 0.1, 0.05), new TestRandomSource(3)).load(access);

    @Test
    void saysThatItIsGenerated() {
        assertEquals(List.of("generated, not real: 20000 nodes with planted classes"), access.notes());
    }

    @Test
    void hasAboutTheDegreeAskedForAndHeavyTails() {
        CsrMatrix edges = graph.adjacency();
        assertEquals(10, edges.entries() / (double) NODES, 0.5);
        int greatest = IntStream.range(0, NODES).map(node -> edges.rowStart()[node + 1] - edges.rowStart()[node]).max().orElseThrow();
        assertTrue(greatest > 100, "the greatest degree is " + greatest);
    }

    @Test
    void edgesJoinAsManyNodesOfOneClassAsPlanted() {
        CsrMatrix edges = graph.adjacency();
        int same = 0;
        for (int node = 0; node < NODES; node++) {
            for (int e = edges.rowStart()[node]; e < edges.rowStart()[node + 1]; e++) {
                same += graph.labels()[node] == graph.labels()[edges.columns()[e]] ? 1 : 0;
            }
        }
        assertEquals(0.6 + 0.4 / 10, same / (double) edges.entries(), 0.01);
    }

    @Test
    void everyNodeIsInOnePart() {
        assertEquals(2000, graph.split().train().length);
        assertEquals(1000, graph.split().validation().length);
        assertEquals(17_000, graph.split().test().length);
    }
}
