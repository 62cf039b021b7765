package org.espalier.gndnets.internal.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

import org.espalier.api.dataset.DataFile;
import org.espalier.api.error.DataException;
import org.espalier.api.error.InputException;
import org.espalier.data.graph.GraphData;
import org.espalier.testkit.fixture.FilesAccess;
import org.espalier.testkit.fixture.TestRandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    /** Only the paper's archive of Pubmed lacks the features; graph and labels are complete. */
    @Test
    void readsPubmedWithoutItsFeatures() throws IOException {
        CitationDataset dataset = dataset("pubmed", Optional.empty(), CitationDataset.Features.NONE);
        assumeFound("pubmed", dataset.files());
        GraphData pubmed = dataset.load(access);
        assertGraph(19717, 88651, 0, 3, pubmed);
        assertTrue(access.notes().contains("3 edges from a node to itself kept"), access.notes().toString());
    }

    @Test
    void offersToDoWithoutTheFeaturesThatAreMissing(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("planetoid"));
        Files.createFile(folder.resolve("planetoid/ind.pubmed.ally"));
        Files.createFile(folder.resolve("planetoid/ind.pubmed.graph"));
        FilesAccess some = new FilesAccess(CitationDataset.class, folder, List.of(folder));
        DataException missing = assertThrows(DataException.class, () -> dataset("pubmed", Optional.of(Format.PLANETOID), false).load(some));
        assertTrue(missing.getMessage().startsWith("Data set 'pubmed' needs ind.pubmed.allx, ind.pubmed.tx, ind.pubmed.ty, ind.pubmed.test.index, found in none of the data roots; "
                + "present are ind.pubmed.ally, ind.pubmed.graph"), missing.getMessage());
        assertTrue(missing.getMessage().endsWith("set main.dataset.features=none"), missing.getMessage());
    }

    @Test
    void dropsFeaturesOfAnyFormatIfAsked() throws IOException {
        CitationDataset dataset = dataset("cora", Optional.of(Format.NPZ), CitationDataset.Features.NONE);
        assumeFound("cora", dataset.files());
        assertGraph(2708, 5429, 0, 7, dataset.load(access));
    }

    @Test
    void takesAShareOfTheNodesInsteadOfANumberPerClass() throws IOException {
        CitationDataset dataset = new CitationDataset(new CitationDataset.Parameters("cora", Optional.empty(), Optional.empty(), Optional.of(0.02), 500, false, CitationDataset.Features.PUBLISHED),
                new TestRandomSource(1));
        assumeFound("cora", dataset.files());
        assertEquals(7 * 8, dataset.load(access).split().train().length); // 0.02 * 2708 / 7 = 7.7
    }

    @Test
    void readsTextsOfLinqsBesideTheirArchive(@TempDir Path folder) throws IOException {
        FilesAccess some = new FilesAccess(CitationDataset.class, folder, List.of(folder));
        Path linqs = Files.createDirectories(folder.resolve("linqs"));
        DataException nothing = assertThrows(DataException.class, () -> linqs(some));
        assertTrue(nothing.getMessage().startsWith("Data set 'citeseer' needs linqs/citeseer.tgz, or linqs/citeseer.content and linqs/citeseer.cites, each plain or with .gz"), nothing.getMessage());
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(linqs.resolve("citeseer.content.gz")))) {
            out.write("a\t1\tX\nb\t0\tY\n".getBytes(StandardCharsets.UTF_8));
        }
        DataException half = assertThrows(DataException.class, () -> linqs(some));
        assertTrue(half.getMessage().startsWith("Data set 'citeseer' needs linqs/citeseer.cites or the same with .gz"), half.getMessage());
        Files.writeString(linqs.resolve("citeseer.cites"), "a\tb\n");
        assertGraph(2, 2, 1, 2, linqs(some));
    }

    private static GraphData linqs(FilesAccess files) throws IOException {
        return Publications.of("citeseer", Optional.of(Format.LINQS)).read(files);
    }

    @Test
    void takesNoFileOfAnotherSetThatHasTheSameName(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("out1_node_feature_label.txt.gz"), "");
        Files.writeString(folder.resolve("out1_graph_edges.txt.gz"), "");
        FilesAccess loose = new FilesAccess(CitationDataset.class, folder, List.of(folder));
        DataException foreign = assertThrows(DataException.class, () -> Publications.of("chameleon", Optional.empty()).read(loose));
        assertTrue(foreign.getMessage().endsWith("out1_node_feature_label.txt.gz, which may be of another set, since all have files of this name. Put it into a folder 'chameleon'"), foreign.getMessage());
    }

    @Test
    void takesLooseFilesFromAFolderOfTheSetsName(@TempDir Path folder) throws IOException {
        Path film = Files.createDirectories(folder.resolve("film"));
        Files.writeString(film.resolve("out1_node_feature_label.txt"), "node_id\tfeature\tlabel\n0\t3\t0\n");
        Files.writeString(film.resolve("out1_graph_edges.txt"), "a\tb\n");
        assertGraph(1, 0, 932, 1, Publications.of("film", Optional.empty()).read(new FilesAccess(CitationDataset.class, folder, List.of(film))));
    }

    @Test
    void refusesANumberAndAShareOfLabelsTogether() {
        CitationDataset.Parameters both = new CitationDataset.Parameters("cora", Optional.empty(), Optional.of(5), Optional.of(0.02), 500, false, CitationDataset.Features.PUBLISHED);
        InputException refused = assertThrows(InputException.class, () -> new CitationDataset(both, new TestRandomSource(1)));
        assertEquals("Dataset 'gndnets.citation' is given both labels-per-class=5 and label-rate=0.02, which say the same in two ways; give one of them", refused.getMessage());
    }

    @Test
    void readsThePlacesOfOnesInFilm(@TempDir Path folder) throws IOException {
        Path film = Files.createDirectories(folder.resolve("geom/film"));
        Files.writeString(film.resolve("out1_node_feature_label.txt"), "node_id\tfeature\tlabel\n0\t3,931\t1\n1\t0\t0\n");
        Files.writeString(film.resolve("out1_graph_edges.txt"), "a\tb\n0\t1\n");
        assertGraph(2, 1, 932, 2, Publications.of("film", Optional.empty()).read(new FilesAccess(CitationDataset.class, folder, List.of(folder))));
    }

    private static void assertGraph(int nodes, int edges, int features, GraphData graph) {
        assertGraph(nodes, edges, features, 5, graph);
    }

    private static void assertGraph(int nodes, int edges, int features, int classes, GraphData graph) {
        assertEquals(nodes, graph.nodes());
        assertEquals(edges, graph.adjacency().entries());
        assertEquals(features, graph.features().cols());
        assertEquals(classes, graph.classes().size());
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

    private static CitationDataset dataset(String name, Optional<Format> format, CitationDataset.Features features) {
        return new CitationDataset(new CitationDataset.Parameters(name, format, Optional.of(2), Optional.empty(), 500, false, features), new TestRandomSource(1));
    }

    private static CitationDataset dataset(String name, Optional<Format> format, boolean symmetric) {
        return new CitationDataset(new CitationDataset.Parameters(name, format, Optional.empty(), Optional.empty(), 500, symmetric, CitationDataset.Features.PUBLISHED), new TestRandomSource(1));
    }
}
