package org.espalier.host.launcher;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

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

    @Test
    void startsBesideOthersThatRemoveTheSameLeftovers(@TempDir Path folder) throws Exception {
        Path leftover = Files.createDirectories(folder.resolve("felix-" + Integer.MAX_VALUE));
        for (int file = 0; file < 500; file++) {
            Files.writeString(Files.createDirectories(leftover.resolve("bundle" + file % 50)).resolve("file" + file), "x");
        }
        List<Callable<FrameworkCache>> starts = Collections.nCopies(8, () -> FrameworkCache.create(folder));
        ExecutorService processes = Executors.newFixedThreadPool(8);
        try {
            for (Future<FrameworkCache> start : processes.invokeAll(starts)) {
                assertTrue(Files.exists(start.get().folder()));
            }
        } finally {
            processes.shutdown();
        }
        assertFalse(Files.exists(leftover));
    }
}
