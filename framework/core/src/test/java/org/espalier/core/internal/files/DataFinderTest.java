package org.espalier.core.internal.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.espalier.api.dataset.DataFile;
import org.espalier.api.error.DataException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFinderTest {
    private static final DataFile FILE = DataFile.external("planetoid/ind.cora.x").source("https://example.org/data");
    private static final DataFile OTHER = DataFile.external("planetoid/ind.cora.y");
    private static final String EMPTY_SHA = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @TempDir
    Path root;

    @BeforeEach
    void oneFile() throws IOException {
        Files.createDirectories(root.resolve("gndnets/planetoid"));
        Files.createFile(root.resolve("gndnets/planetoid/ind.cora.x"));
    }

    @Test
    void findsAFileOneFolderDeeperAndTakesItsFingerprint() throws IOException {
        FoundFiles found = finder(true).find("d", null, List.of(FILE));
        assertEquals(root.resolve("gndnets/planetoid/ind.cora.x"), found.path(FILE));
        assertEquals(EMPTY_SHA, found.hashes().get(FILE.path()));
    }

    @Test
    void namesEveryMissingFileAndWhatIsThere() {
        String message = assertThrows(DataException.class, () -> finder(true).find("d", null, List.of(FILE, OTHER))).getMessage();
        assertTrue(message.contains("needs planetoid/ind.cora.y, found in none of the data roots [" + root + "] (present: ind.cora.x)"), message);
        assertTrue(message.contains("data.roots=FOLDER"), message);
    }

    @Test
    void optionalFilesMayBeMissing() throws IOException {
        assertTrue(!finder(true).find("d", null, List.of(OTHER.optional())).has(OTHER.optional()));
    }

    @Test
    void refusesAFileThatIsNotThePublishedOneUnlessToldToWarn() throws IOException {
        DataFile published = FILE.sha256("00" + EMPTY_SHA.substring(2));
        String message = assertThrows(DataException.class, () -> finder(true).find("d", null, List.of(published))).getMessage();
        assertTrue(message.contains("is not the published file") && message.contains("https://example.org/data"), message);
        assertEquals(1, finder(false).find("d", null, List.of(published)).remarks().size());
    }

    @Test
    void findsATextPlainOrGzipped() throws IOException {
        Files.createFile(root.resolve("gndnets/adult.data"));
        Files.createFile(root.resolve("adult.test.gz"));
        DataFile gzipped = DataFile.external("adult.data.gz").plainOrGzipped();
        DataFile plain = DataFile.external("adult/adult.test").plainOrGzipped();
        FoundFiles found = finder(true).find("d", null, List.of(gzipped, plain));
        assertEquals(root.resolve("gndnets/adult.data"), found.path(gzipped));
        assertEquals(root.resolve("adult.test.gz"), found.path(plain));
        String message = assertThrows(DataException.class, () -> finder(true).find("d", null, List.of(DataFile.external("a.csv").plainOrGzipped()))).getMessage();
        assertTrue(message.contains("needs a.csv or a.csv.gz, found in none"), message);
    }

    @Test
    void prefersTheNameAsGivenInAnyRoot() throws IOException {
        Path second = Files.createDirectory(root.resolve("second"));
        Files.createFile(root.resolve("train.csv.gz"));
        Files.createFile(second.resolve("train.csv"));
        DataFinder finder = new DataFinder(List.of(root.resolve("none"), root, second), true, root.resolve("unpacked"), new Fingerprints());
        assertEquals(Optional.of(second.resolve("train.csv")), finder.lookUp(DataFile.external("train.csv").plainOrGzipped()));
        assertEquals(Optional.empty(), finder.lookUp(DataFile.external("ind.cora.z")));
    }

    private DataFinder finder(boolean strict) {
        return new DataFinder(List.of(root), strict, root.resolve("unpacked"), new Fingerprints());
    }
}
