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

import org.espalier.core.internal.extension.Retired;
import org.espalier.core.internal.extension.Revision;
import org.espalier.core.internal.files.Fingerprints;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** Versions and hashes of bundles: what a run was made with. */
final class Jars {
    private static final String REFERENCE = "reference:";

    private final BundleContext context;
    private final Retired retired;
    private final Fingerprints fingerprints;

    Jars(BundleContext context, Retired retired, Fingerprints fingerprints) {
        this.context = context;
        this.retired = retired;
        this.fingerprints = fingerprints;
    }

    Bundle bundle(long id) {
        return context.getBundle(id);
    }

    /** SHA-256 of a bundle's jar as it was installed; its version and time of change if it has no jar. */
    String hash(Bundle bundle) {
        Optional<Revision> installed = Revision.of(bundle);
        if (installed.isPresent()) {
            return installed.get().hash();
        }
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

    /** What a run that starts now uses: all bundles but the framework itself and those retired. */
    List<Bundle> present() {
        return Arrays.stream(context.getBundles()).filter(b -> b.getBundleId() != 0 && !retired.contains(b)).toList();
    }

    /** Names, versions and hashes of bundles, by name. */
    List<Map<String, Object>> described(List<Bundle> bundles) {
        return bundles.stream().sorted(Comparator.comparing(Bundle::getSymbolicName))
                .<Map<String, Object>>map(b -> new TreeMap<>(Map.of("name", b.getSymbolicName(), "version", b.getVersion().toString(), "sha256", hash(b)))).toList();
    }
}
