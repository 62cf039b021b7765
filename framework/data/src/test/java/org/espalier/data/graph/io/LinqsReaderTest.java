package org.espalier.data.graph.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
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

class LinqsReaderTest {
    private static final String CONTENT = "x9\t1\t0\t0.5\tTheory\n10\t0\t0\t0\tAgents\n11\t0\t2\t0\tTheory\n12\t0\t0\t0\t-1\n";
    private static final String CITES = "10\tx9\nx9\t10\n10\tx9\n11\t11\n10\tnowhere\n";

    @TempDir
    Path folder;

    private final List<String> notes = new ArrayList<>();

    @Test
    void readsNodesEdgesAndClasses() throws IOException {
        GraphData graph = read(CONTENT, CITES);
        assertEquals(List.of("Agents", "Theory"), graph.classes());
        assertArrayEquals(new int[] {1, 0, 1, -1}, graph.labels());
        assertArrayEquals(new int[] {0, 2, 1}, graph.features().columns());
        assertArrayEquals(new double[] {1, 0.5, 2}, graph.features().values());
    }

    @Test
    void mergesDirectionsAndRepeatsAndKeepsLoopsAndIsolatedNodes() throws IOException {
        GraphData graph = read(CONTENT, CITES);
        assertArrayEquals(new int[] {0, 1, 2, 3, 3}, graph.adjacency().rowStart());
        assertArrayEquals(new int[] {1, 0, 2}, graph.adjacency().columns());
        assertArrayEquals(new double[] {1, 1, 1}, graph.adjacency().values());
    }

    @Test
    void notesWhatIsOdd() throws IOException {
        read(CONTENT, CITES);
        assertEquals(List.of("1 edges to ids without content left out", "1 edges from a node to itself kept",
                "1 nodes without a label: they neither train nor count"), notes);
    }

    @Test
    void acceptsForeignLineEndsAndBlankLines() throws IOException {
        GraphData graph = read("\r\n" + CONTENT.replace("\n", "\r\n\r\n"), CITES.replace("\n", "\r\n"));
        assertArrayEquals(new int[] {1, 0, 1, -1}, graph.labels());
        assertEquals(3, graph.adjacency().entries());
    }

    @Test
    void readsGzippedFiles() throws IOException {
        GraphData graph = LinqsReader.read("t", gzip("t.content.gz", CONTENT.getBytes(StandardCharsets.UTF_8)), gzip("t.cites.gz", CITES.getBytes(StandardCharsets.UTF_8)), notes::add);
        assertEquals(3, graph.adjacency().entries());
    }

    @Test
    void readsArchives() throws IOException {
        GraphData graph = LinqsReader.readArchive("t", archive(), notes::add);
        assertEquals(4, graph.nodes());
        assertEquals(3, graph.adjacency().entries());
    }

    @Test
    void refusesATruncatedArchive() throws IOException {
        byte[] whole = Files.readAllBytes(archive());
        Path cut = Files.write(folder.resolve("cut.tgz"), Arrays.copyOf(whole, whole.length - 20));
        String message = assertThrows(DataException.class, () -> LinqsReader.readArchive("t", cut, notes::add)).getMessage();
        assertTrue(message.startsWith("cut.tgz: truncated, or not a tar.gz file"), message);
    }

    @Test
    void refusesWhatIsNoArchive() throws IOException {
        Path text = gzip("t.tgz", "hello".repeat(200).getBytes(StandardCharsets.UTF_8));
        String message = assertThrows(DataException.class, () -> LinqsReader.readArchive("t", text, notes::add)).getMessage();
        assertTrue(message.startsWith("t.tgz: the content is not a tape archive"), message);
    }

    @Test
    void namesTheRaggedRow() {
        assertProblem("a\t1\t0\tX\n\nb\t1\tX\n", "", "t.content:3: 2 tabs where 3 divide an id, the features and a label");
        assertProblem("a\n", "", "t.content:1: 0 tabs where 1 divide an id, the features and a label");
    }

    @Test
    void namesTheRepeatedId() {
        assertProblem("a\t1\tX\nb\t1\tX\na\t0\tY\n", "", "t.content:3: id 'a' was already given in line 1");
    }

    @Test
    void refusesFeaturesThatAreNoNumbersNegativeOrInfinite() {
        assertProblem("a\t1\tX\nb\tone\tX\n", "", "t.content:2: 'one' as feature 0 is not a number");
        assertProblem("a\t1\tX\nb\tNaN\tX\n", "", "t.content:2: NaN as feature 0; features are finite numbers");
        assertProblem("a\t1\tX\nb\tInfinity\tX\n", "", "t.content:2: Infinity as feature 0; features are finite numbers");
        assertProblem("a\t1\tX\nb\t-2\tX\n", "", "t.content:2: the features sum to -2.0; they are divided by their sum, which must not be negative");
    }

    @Test
    void namesTheMalformedEdge() {
        assertProblem("a\t1\tX\n", "a\ta\na\n", "t.cites:2: 1 ids where two, divided by a tab, make an edge");
    }

    private void assertProblem(String content, String cites, String expected) {
        assertEquals(expected, assertThrows(DataException.class, () -> read(content, cites)).getMessage());
    }

    private GraphData read(String content, String cites) throws IOException {
        return LinqsReader.read("t", Files.writeString(folder.resolve("t.content"), content), Files.writeString(folder.resolve("t.cites"), cites), notes::add);
    }

    private Path gzip(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(bytes);
        }
        return file;
    }

    private Path archive() throws IOException {
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        entry(tar, "t/", '5', "");
        entry(tar, "t/README", '0', "x".repeat(600));
        entry(tar, "t/t.cites", '0', CITES);
        entry(tar, "t/t.content", '0', CONTENT);
        tar.writeBytes(new byte[1024]);
        return gzip("t.tgz", tar.toByteArray());
    }

    private static void entry(ByteArrayOutputStream tar, String name, char type, String text) {
        byte[] header = new byte[512];
        put(header, 0, name);
        put(header, 124, String.format("%011o", text.length()));
        put(header, 148, "        ");
        header[156] = (byte) type;
        int sum = 0;
        for (byte b : header) {
            sum += b & 0xff;
        }
        put(header, 148, String.format("%06o\0 ", sum));
        tar.writeBytes(header);
        tar.writeBytes(Arrays.copyOf(text.getBytes(StandardCharsets.US_ASCII), (text.length() + 511) / 512 * 512));
    }

    private static void put(byte[] header, int at, String text) {
        System.arraycopy(text.getBytes(StandardCharsets.US_ASCII), 0, header, at, text.length());
    }
}
