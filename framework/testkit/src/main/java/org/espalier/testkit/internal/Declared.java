package org.espalier.testkit.internal;

import java.util.List;
import java.util.Map;

import org.espalier.api.dataset.Dataset;
import org.espalier.api.extension.ExtensionPoint;
import org.espalier.api.metric.Metric;
import org.espalier.api.model.Model;
import org.espalier.api.trainer.Trainer;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;

/**
 * An extension as a bundle's manifest declares it.
 *
 * @param plugin the bundle
 * @param point  extension point as written
 * @param id     the extension's id
 * @param title  its title
 * @param type   name of its class
 */
public record Declared(Bundle plugin, String point, String id, String title, String type) {
    private static final Map<String, Class<?>> CONTRACTS = Map.of("dataset", Dataset.class, "model", Model.class, "trainer", Trainer.class, "metric", Metric.class);

    /** All that a bundle declares. */
    public static List<Declared> in(Bundle plugin) {
        return plugin.adapt(BundleRevision.class).getDeclaredCapabilities(ExtensionPoint.NAMESPACE).stream()
                .map(capability -> new Declared(plugin, text(capability, "point"), text(capability, "id"), text(capability, "title"), text(capability, "class"))).toList();
    }

    private static String text(BundleCapability capability, String attribute) {
        return String.valueOf(capability.getAttributes().getOrDefault(attribute, ""));
    }

    /** What the class must implement; null if the point is unknown. */
    public Class<?> contract() {
        return CONTRACTS.get(point);
    }

    /** The class, from the bundle. */
    public Class<?> load() throws ClassNotFoundException {
        return plugin.loadClass(type);
    }
}
