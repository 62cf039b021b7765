package org.espalier.core.internal.run;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** Versions and hashes of bundles: what a run was made with. */
final class Jars {
    private static final String REFERENCE = "reference:";

    private final BundleContext context;
    private final Fingerprints fingerprints;

    Jars(BundleContext context, Fingerprints fingerprints) {
        this.context = context;
        this.fingerprints = fingerprints;
    }

    Bundle bundle(long id) {
        return context.getBundle(id);
    }

    /** SHA-256 of a bundle's jar; its version and time of change if it has no jar. */
    String hash(Bundle bundle) {
        Optional<Path> jar = jar(bundle);
        try {
            return jar.isPresent() ? fingerprints.of(jar.get()) : bundle.getVersion() + "@" + bundle.getLastModified();
        } catch (IOException e) {
            return "unreadable: " + e.getMessage();
        }
    }

    private static Optional<Path> jar(Bundle bundle) {
        String location = bundle.getLocation();
        String file = location.startsWith(REFERENCE) ? location.substring(REFERENCE.length()) : location;
        return file.startsWith("file:") ? Optional.of(Path.of(URI.create(file))).filter(Files::isRegularFile) : Optional.empty();
    }

    /** All bundles but the framework itself, by name. */
    List<Map<String, Object>> all() {
        return Arrays.stream(context.getBundles()).filter(b -> b.getBundleId() != 0).sorted(Comparator.comparing(Bundle::getSymbolicName))
                .<Map<String, Object>>map(b -> new TreeMap<>(Map.of("name", b.getSymbolicName(), "version", b.getVersion().toString(), "sha256", hash(b)))).toList();
    }
}
