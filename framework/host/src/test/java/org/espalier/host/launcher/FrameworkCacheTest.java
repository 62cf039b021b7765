package org.espalier.host.launcher;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameworkCacheTest {
    @Test
    void removesItselfAndWhatKilledProcessesLeft(@TempDir Path folder) throws IOException {
        Path leftover = Files.createDirectories(folder.resolve("felix-" + Integer.MAX_VALUE));
        Files.writeString(leftover.resolve("file"), "x");
        Path other = Files.createDirectories(folder.resolve("javacpp"));
        try (FrameworkCache cache = FrameworkCache.create(folder)) {
            Files.writeString(cache.folder().resolve("file"), "x");
            assertFalse(Files.exists(leftover));
            assertTrue(Files.exists(cache.folder()));
        }
        assertFalse(Files.exists(folder.resolve("felix-" + ProcessHandle.current().pid())));
        assertTrue(Files.exists(other));
    }
}
