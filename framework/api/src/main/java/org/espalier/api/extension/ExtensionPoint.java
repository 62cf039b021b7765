package org.espalier.api.extension;

import java.util.Locale;

/** The places where a plugin can add something. */
public enum ExtensionPoint {
    DATASET, MODEL, TRAINER, METRIC;

    /** The OSGi capability namespace in which bundles declare their extensions. */
    public static final String NAMESPACE = "espalier.extension";

    /** The name used in manifests, configuration and the shell: {@code dataset}, {@code model} … */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if no point has this name */
    public static ExtensionPoint of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
