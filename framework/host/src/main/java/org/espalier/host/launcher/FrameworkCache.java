package org.espalier.host.launcher;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/**
 * The framework's working folder, one for each process: bundles are used where they lie, so it holds nothing worth keeping, and
 * processes that run at the same time cannot collide. Closing removes it; those of killed processes are removed at the next start.
 */
final class FrameworkCache implements AutoCloseable {
    private static final String PREFIX = "felix-";

    private final Path folder;

    private FrameworkCache(Path folder) {
        this.folder = folder;
    }

    static FrameworkCache create(Path below) throws IOException {
        Files.createDirectories(below);
        removeLeftovers(below);
        return new FrameworkCache(Files.createDirectories(below.resolve(PREFIX + ProcessHandle.current().pid())));
    }

    private static void removeLeftovers(Path below) throws IOException {
        List<Path> leftovers;
        try (Stream<Path> folders = Files.list(below)) {
            leftovers = folders.filter(FrameworkCache::isOfDeadProcess).toList();
        }
        for (Path leftover : leftovers) {
            remove(leftover);
        }
    }

    private static boolean isOfDeadProcess(Path folder) {
        String name = folder.getFileName().toString();
        return name.matches(PREFIX + "\\d+") && ProcessHandle.of(Long.parseLong(name.substring(PREFIX.length()))).isEmpty();
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        remove(folder);
    }

    /** What another process, which starts at the same time, has removed already is no failure. */
    private static void remove(Path tree) throws IOException {
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException e) throws IOException {
                Files.deleteIfExists(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
