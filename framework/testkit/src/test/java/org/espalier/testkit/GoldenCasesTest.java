package org.espalier.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.espalier.testkit.fixture.GoldenCases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class GoldenCasesTest {
    private final GoldenCases cases = new GoldenCases("mine", GoldenCasesTest.class);
    private final String before = System.getProperty(GoldenCases.FOLDER, "");

    @TempDir
    Path folder;

    @BeforeEach
    void name() {
        System.setProperty(GoldenCases.FOLDER, folder.toString());
    }

    @AfterEach
    void nameAsBefore() {
        System.setProperty(GoldenCases.FOLDER, before);
    }

    @Test
    void takesAFlatFolder() throws IOException {
        Files.writeString(folder.resolve("a.json"), "{\"k\": 1}");
        assertEquals(1, cases.object("a.json", "k").get("k").asInt());
    }

    @Test
    void prefersTheSubFolderOfThePaper() throws IOException {
        Files.writeString(folder.resolve("a.json"), "[{\"k\": 1}]");
        Files.writeString(Files.createDirectory(folder.resolve("mine")).resolve("a.json"), "[{\"k\": 2}, {\"k\": 3}]");
        assertEquals(5, cases.list("a.json", "k").mapToInt(element -> element.get("k").asInt()).sum());
    }

    @Test
    void skipsWhatIsMissingOrOfAnotherForm() throws IOException {
        assertThrows(TestAbortedException.class, () -> cases.object("a.json"));
        Files.writeString(folder.resolve("a.json"), "{\"k\": 1}");
        assertThrows(TestAbortedException.class, () -> cases.list("a.json"));
        assertThrows(TestAbortedException.class, () -> cases.object("a.json", "other"));
    }

    @Test
    void failsIfTheFolderDoesNotExist() {
        System.setProperty(GoldenCases.FOLDER, folder.resolve("nowhere").toString());
        String problem = assertThrows(IllegalStateException.class, () -> cases.object("a.json")).getMessage();
        assertTrue(problem.contains("nowhere: no such folder") && problem.contains("'mine'"), problem);
    }

    @Test
    void namesTheResourceThatShouldShip() {
        System.setProperty(GoldenCases.FOLDER, "");
        assertTrue(assertThrows(FileNotFoundException.class, () -> cases.object("a.json")).getMessage().contains("/golden/a.json"));
    }
}
