package org.espalier.core.internal.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.espalier.core.internal.extension.Retired;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

/** YAML files that bundles carry in one folder. Read at each call: bundles come and go. */
public final class BundleFiles {
    private final BundleContext context;
    private final Retired retired;
    private final String folder;

    public BundleFiles(BundleContext context, Retired retired, String folder) {
        this.context = context;
        this.retired = retired;
        this.folder = folder;
    }

    /**
     * A file in a bundle.
     *
     * @param name for messages: bundle and entry
     * @param text its content
     */
    public record Entry(String name, String text) {
    }

    public List<Entry> all() {
        List<Entry> entries = new ArrayList<>();
        Arrays.stream(context.getBundles()).filter(bundle -> usable(bundle) && !retired.contains(bundle)).forEach(bundle -> entries.addAll(in(bundle)));
        return entries;
    }

    private static boolean usable(Bundle bundle) {
        return (bundle.getState() & (Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE)) != 0 && bundle.getHeaders("").get(Constants.FRAGMENT_HOST) == null;
    }

    private List<Entry> in(Bundle bundle) {
        var urls = bundle.findEntries(folder, "*.yaml", false);
        return urls == null ? List.of() : Collections.list(urls).stream()
                .map(url -> new Entry(bundle.getSymbolicName() + url.getPath(), read(url))).toList();
    }

    private static String read(URL url) {
        try (InputStream in = url.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + url, e);
        }
    }
}
