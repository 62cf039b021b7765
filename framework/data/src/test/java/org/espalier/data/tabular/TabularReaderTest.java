package org.espalier.data.tabular;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.espalier.api.error.DataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TabularReaderTest {
    @TempDir
    Path folder;

    @Test
    void readsNumbersAndClasses() throws IOException {
        TabularData data = read("width,species,height\r\n1.5,setosa,2\r\n\r\n3,\"a, \"\"b\"\"\",-4e1\r\n");
        assertEquals(List.of("width", "height"), data.columns());
        assertArrayEquals(new double[] {1.5, 2, 3, -40}, data.features());
        assertEquals(List.of("a, \"b\"", "setosa"), data.classes());
        assertArrayEquals(new int[] {1, 0}, data.labels());
    }

    @Test
    void namesTheLineOfAWrongNumber() {
        assertProblem("x,species\n1,a\n\n2..5,b\n", "table.csv:4: '2..5' in column 'x' is not a finite number");
        assertProblem("x,species\nNaN,a\n", "table.csv:2: 'NaN' in column 'x' is not a finite number");
    }

    @Test
    void namesTheLineOfARaggedRow() {
        assertProblem("x,species\n1,a\n2\n", "table.csv:3: 1 cells where the header has 2");
    }

    @Test
    void listsTheColumnsWhenTheLabelIsMissing() {
        assertProblem("x,kind\n1,a\n", "table.csv:1: no column 'species'; there are x, kind");
    }

    @Test
    void refusesAnEmptyFile() {
        assertProblem("\n", "table.csv:1: the file is empty; a header line with the column names was expected");
    }

    @Test
    void refusesAnOpenQuote() {
        assertProblem("x,species\n1,\"a\n", "table.csv:2: a quote is opened and not closed");
    }

    @Test
    void refusesBytesThatAreNoText() throws IOException {
        Path file = Files.write(folder.resolve("table.csv"), new byte[] {'x', (byte) 0xff, '\n'});
        assertEquals("table.csv: not a UTF-8 text", assertThrows(DataException.class, () -> TabularReader.read("t", file, "species")).getMessage());
    }

    private void assertProblem(String text, String message) {
        assertEquals(message, assertThrows(DataException.class, () -> read(text)).getMessage());
    }

    private TabularData read(String text) throws IOException {
        return TabularReader.read("t", Files.writeString(folder.resolve("table.csv"), text, StandardCharsets.UTF_8), "species");
    }
}
