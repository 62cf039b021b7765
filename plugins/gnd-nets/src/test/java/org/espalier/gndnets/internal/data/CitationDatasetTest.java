package org.espalier.gndnets.internal.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.espalier.api.dataset.DataFile;
import org.espalier.api.error.DataException;
import org.espalier.api.error.InputException;
import org.espalier.data.graph.GraphData;
import org.espalier.testkit.fixture.FilesAccess;
import org.espalier.testkit.fixture.TestRandomSource;
import org.junit.jupiter.api.Test;

class CitationDatasetTest {
    private final FilesAccess access = new FilesAccess(CitationDataset.class, Path.of(""), FilesAccess.dataRoots());

    @Test
    void namesItsFilesWithFingerprintAndSource() {
        List<DataFile> files = dataset("cora", Optional.empty(), false).files();
        assertEquals(List.of("ind.cora.allx", "ind.cora.ally", "ind.cora.tx", "ind.cora.ty", "ind.cora.graph", "ind.cora.test.index"),
                files.stream().map(DataFile::name).toList());
        assertTrue(files.stream().allMatch(file -> file.sha256().isPresent() && file.source().isPresent()));
    }

    @Test
    void listsTheFormatsOfASetThatLacksTheOneAskedFor() {
        InputException e = assertThrows(InputException.class, () -> dataset("cora_ml", Optional.of(Format.LINQS), false));
        assertEquals("Data set 'cora_ml' is not published in format 'linqs'; it is in npz", e.getMessage());
    }

    @Test
    void readsTheSameCoraFromAllFormats() throws IOException {
        GraphData pickled = load("cora", Format.PLANETOID, false);
        GraphData text = load("cora", Format.LINQS, false);
        GraphData array = load("cora", Format.NPZ, true);
        for (GraphData graph : List.of(text, array)) {
            assertEquals(pickled.nodes(), graph.nodes());
            assertEquals(pickled.adjacency().entries(), graph.adjacency().entries());
            assertEquals(pickled.features().entries(), graph.features().entries());
            assertEquals(pickled.classes().size(), graph.classes().size());
        }
        assertEquals(text.classes(), array.classes());
    }

    @Test
    void keepsDirectionsUnlessTold() throws IOException {
        assertEquals(5429, load("cora", Format.NPZ, false).adjacency().entries());
        assertTrue(access.notes().get(0).endsWith("they stay directed (symmetric=true makes them undirected)"), access.notes().toString());
    }

    @Test
    void readsTheTextOfCiteseerWithNamesAsIds() throws IOException {
        GraphData citeseer = load("citeseer", Format.LINQS, false);
        assertEquals(3312, citeseer.nodes());
        assertEquals(List.of("AI", "Agents", "DB", "HCI", "IR", "ML"), citeseer.classes().stream().sorted().toList());
    }

    @Test
    void readsTheWebGraphsPlainOrGzipped() throws IOException {
        assertGraph(2277, 36101, 2325, load("chameleon", Format.GEOM, false));
        assertGraph(5201, 217073, 2089, load("squirrel", Format.GEOM, false));
        assertGraph(183, 298, 1703, publication("cornell").read(access));
        assertGraph(183, 325, 1703, publication("texas").read(access));
    }

    @Test
    void namesTheMissingFileOfAWebGraph() {
        FilesAccess nothing = new FilesAccess(CitationDataset.class, Path.of(""), List.of());
        DataException missing = assertThrows(DataException.class, () -> Publications.of("texas", Optional.empty()).read(nothing));
        assertTrue(missing.getMessage().startsWith("Data set 'texas' needs geom/texas/out1_node_feature_label.txt or the same with .gz"), missing.getMessage());
    }

    private static void assertGraph(int nodes, int edges, int features, GraphData graph) {
        assertEquals(nodes, graph.nodes());
        assertEquals(edges, graph.adjacency().entries());
        assertEquals(features, graph.features().cols());
        assertEquals(5, graph.classes().size());
    }

    private Publication publication(String name) {
        Publication publication = Publications.of(name, Optional.empty());
        assumeFound(name, publication.files());
        return publication;
    }

    /** The needed files, and of those that may be plain or gzipped at least one. */
    private void assumeFound(String name, List<DataFile> files) {
        assumeTrue(files.stream().filter(DataFile::needed).allMatch(access::has) && files.stream().anyMatch(access::has),
                "the files of " + name + " are in no folder of -Ddata.roots");
    }

    private GraphData load(String name, Format format, boolean symmetric) throws IOException {
        CitationDataset dataset = dataset(name, Optional.of(format), symmetric);
        assumeFound(name + " as " + format, dataset.files());
        return dataset.load(access);
    }

    private CitationDataset dataset(String name, Optional<Format> format, boolean symmetric) {
        return new CitationDataset(new CitationDataset.Parameters(name, format, 5, 500, symmetric), new TestRandomSource(1));
    }
}
