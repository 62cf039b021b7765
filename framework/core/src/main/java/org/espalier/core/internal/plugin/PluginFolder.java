package org.espalier.core.internal.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.espalier.api.error.InputException;
import org.espalier.core.internal.extension.Revision;
import org.espalier.core.internal.plugin.JarInspector.Identity;
import org.osgi.framework.Bundle;

/** The watched folder: its jars, and changing it so that the watcher never sees half a file. */
final class PluginFolder {
    private final Path folder;

    PluginFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    List<Path> jars() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".jar")).sorted().toList();
        } catch (IOException e) {
            throw new InputException("Cannot list the plugin folder " + folder + ": " + e.getMessage(), e);
        }
    }

    /** The jar that a bundle was installed from, if it lies in this folder. */
    Optional<Path> jarOf(Bundle bundle) {
        return Revision.of(bundle).map(Revision::file).filter(file -> folder.equals(file.getParent()) && Files.exists(file));
    }

    /** What to say of a jar that is not installed because another has the same name and version. */
    static String twin(Path file, Identity identity, Path other) {
        return "'" + file.getFileName() + "' is not installed: the same plugin, " + identity.name() + " " + identity.version() + ", is installed from '" + other.getFileName() + "'";
    }

    void put(Path jar, String name) {
        try {
            Files.createDirectories(folder);
            Path part = folder.resolve(name + ".part");
            Files.copy(jar, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new InputException("Cannot write '" + name + "' into the plugin folder " + folder + ": " + e.getMessage(), e);
        }
    }

    void delete(Path jar) {
        try {
            Files.delete(jar);
        } catch (IOException e) {
            throw new InputException("Cannot remove '" + jar.getFileName() + "' from the plugin folder: " + e.getMessage(), e);
        }
    }
}
