package org.espalier.core.internal.plugin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

import org.espalier.api.error.InputException;
import org.osgi.framework.Constants;

/** Looks at a jar before the framework does, so that the error appears where it was made. */
final class JarInspector {
    private JarInspector() {
    }

    /**
     * What a jar says it is.
     *
     * @param name    symbolic name
     * @param version bundle version
     */
    record Identity(String name, String version) {
    }

    /** @throws InputException saying why the file is no usable bundle */
    static Identity inspect(Path file) {
        try (JarFile jar = new JarFile(file.toFile())) {
            Manifest manifest = jar.getManifest();
            Attributes main = manifest == null ? new Attributes() : manifest.getMainAttributes();
            String name = main.getValue(Constants.BUNDLE_SYMBOLICNAME);
            if (name == null) {
                throw new InputException("'" + file.getFileName() + "' is a jar but no bundle: its manifest has no Bundle-SymbolicName. Build it with bnd-maven-plugin");
            }
            String version = main.getValue(Constants.BUNDLE_VERSION);
            return new Identity(name.split(";")[0].strip(), version == null ? "0.0.0" : version);
        } catch (IOException e) {
            throw new InputException("'" + file.getFileName() + "' cannot be read as a jar: " + e.getMessage() + ". It may be cut off or no jar at all", e);
        }
    }
}
