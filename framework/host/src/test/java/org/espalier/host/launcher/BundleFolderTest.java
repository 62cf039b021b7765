package org.espalier.host.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleFolderTest {
    @Test
    void readsStartLevelAndBundles(@TempDir Path below) throws IOException {
        Path folder = Files.createDirectories(below.resolve("30-compute"));
        Path jar = Files.createFile(folder.resolve("a.jar"));
        Path unpacked = Files.createDirectories(folder.resolve("b"));
        Files.createFile(folder.resolve("readme.txt"));
        BundleFolder bundles = BundleFolder.of(folder);
        assertEquals(30, bundles.startLevel());
        assertEquals(List.of("reference:" + jar.toUri(), "reference:" + unpacked.toUri()), bundles.locations());
    }

    @Test
    void refusesOtherNames() {
        assertThrows(IllegalStateException.class, () -> BundleFolder.of(Path.of("compute")));
    }
}
