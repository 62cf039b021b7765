package org.espalier.core.internal.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import org.espalier.api.error.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarInspectorTest {
    @TempDir
    Path folder;

    @Test
    void readsNameAndVersion() throws IOException {
        assertEquals(new JarInspector.Identity("a.b", "1.2.0"), JarInspector.inspect(jar("a.b; singleton:=true", "1.2.0")));
    }

    @Test
    void refusesAJarThatIsNoBundle() throws IOException {
        assertTrue(assertThrows(InputException.class, () -> JarInspector.inspect(jar(null, null))).getMessage().contains("no bundle"));
    }

    @Test
    void refusesAFileThatIsNoJar() throws IOException {
        Path file = Files.writeString(folder.resolve("x.jar"), "not a zip");
        assertTrue(assertThrows(InputException.class, () -> JarInspector.inspect(file)).getMessage().startsWith("'x.jar' cannot be read as a jar"));
    }

    @Test
    void refusesAJarThatWasCutOff() throws IOException {
        Path whole = jar("a.b", "1.0.0");
        Path cut = Files.write(folder.resolve("cut.jar"), java.util.Arrays.copyOf(Files.readAllBytes(whole), (int) Files.size(whole) / 2));
        assertTrue(assertThrows(InputException.class, () -> JarInspector.inspect(cut)).getMessage().contains("It may be cut off"));
    }

    private Path jar(String name, String version) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (name != null) {
            manifest.getMainAttributes().putValue("Bundle-SymbolicName", name);
            manifest.getMainAttributes().putValue("Bundle-Version", version);
        }
        Path file = folder.resolve("p.jar");
        try (OutputStream out = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            out.flush();
        }
        return file;
    }
}
