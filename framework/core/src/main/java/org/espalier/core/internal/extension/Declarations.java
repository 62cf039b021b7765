package org.espalier.core.internal.extension;

import java.util.List;
import java.util.Map;

import org.espalier.api.extension.ExtensionPoint;
import org.espalier.api.extension.TrainerExtension;
import org.espalier.core.extension.Extension;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;

/** Reads what a bundle's manifest declares. */
final class Declarations {
    private Declarations() {
    }

    static List<Extension> of(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        return revision == null ? List.of()
                : revision.getDeclaredCapabilities(ExtensionPoint.NAMESPACE).stream().map(capability -> extension(bundle, capability)).toList();
    }

    private static Extension extension(Bundle bundle, BundleCapability capability) {
        Map<String, Object> attributes = capability.getAttributes();
        ExtensionPoint point = ExtensionPoint.of(text(attributes, "point"));
        String judges = text(attributes, point == ExtensionPoint.MODEL ? "predicts" : "judges");
        // bnd writes no attribute for a member that is left at its default
        String data = point == ExtensionPoint.TRAINER && !attributes.containsKey("data") ? TrainerExtension.ANY : text(attributes, "data");
        return new Extension(point, text(attributes, "id"), text(attributes, "title"), data, text(attributes, "form"), judges,
                text(attributes, "class"), bundle.getSymbolicName(), bundle.getVersion().toString(), bundle.getBundleId());
    }

    private static String text(Map<String, Object> attributes, String key) {
        return String.valueOf(attributes.getOrDefault(key, ""));
    }
}
