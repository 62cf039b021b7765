package org.espalier.core.internal.extension;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.espalier.api.error.InputException;
import org.espalier.api.extension.ExtensionPoint;
import org.espalier.api.extension.RequiresHost;
import org.espalier.core.config.ParameterSchema;
import org.espalier.core.extension.Extension;
import org.espalier.core.extension.ExtensionRegistry;
import org.espalier.core.internal.text.Nearest;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.BundleTracker;

/** Follows the bundles that declare extensions. */
@Component
@Capability(namespace = "osgi.extender", name = RequiresHost.EXTENDER, version = "1.0")
public final class ExtensionRegistryComponent implements ExtensionRegistry {
    private static final int USABLE = Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE;

    private final BundleContext context;
    private final Retired retired;
    private final BundleTracker<List<Extension>> tracker;

    @Activate
    public ExtensionRegistryComponent(BundleContext context, @Reference Retired retired) {
        this.context = context;
        this.retired = retired;
        this.tracker = new BundleTracker<>(context, USABLE, null) {
            @Override
            public List<Extension> addingBundle(Bundle bundle, BundleEvent event) {
                List<Extension> declared = Declarations.of(bundle);
                return declared.isEmpty() ? null : declared;
            }
        };
        tracker.open();
    }

    @Deactivate
    void close() {
        tracker.close();
    }

    @Override
    public List<Extension> all() {
        return tracker.getTracked().entrySet().stream().filter(entry -> !retired.contains(entry.getKey())).map(Map.Entry::getValue).flatMap(List::stream)
                .sorted(Comparator.comparing(Extension::point).thenComparing(Extension::id).thenComparing(Extension::bundle)).toList();
    }

    @Override
    public List<Extension> all(ExtensionPoint point) {
        return all().stream().filter(extension -> extension.point() == point).toList();
    }

    @Override
    public Extension get(ExtensionPoint point, String id) {
        List<Extension> known = all(point);
        List<Extension> found = known.stream().filter(extension -> extension.id().equals(id)).toList();
        if (found.isEmpty()) {
            throw new InputException("There is no " + point.id() + " '" + id + "'." + Nearest.hint(id, known.stream().map(Extension::id).toList()));
        }
        if (found.size() > 1) {
            throw new InputException(conflict(found));
        }
        return found.get(0);
    }

    @Override
    public Class<?> load(Extension extension) {
        Bundle bundle = context.getBundle(extension.bundle());
        if (bundle == null) {
            throw new InputException("Plugin '" + extension.plugin() + "', which offers '" + extension.id() + "', has gone");
        }
        try {
            return bundle.loadClass(extension.className());
        } catch (ClassNotFoundException | LinkageError e) {
            throw new InputException("Class " + extension.className() + " of " + extension.point().id() + " '" + extension.id() + "' cannot be loaded from plugin '"
                    + extension.plugin() + "': " + e.getMessage(), e);
        }
    }

    @Override
    public ParameterSchema schema(Extension extension) {
        return ParameterSchema.of(load(extension));
    }

    @Override
    public List<String> conflicts() {
        Map<String, List<Extension>> byName = all().stream()
                .collect(Collectors.groupingBy(e -> e.point().id() + " " + e.id(), TreeMap::new, Collectors.toCollection(ArrayList::new)));
        return byName.values().stream().filter(claimants -> claimants.size() > 1).map(ExtensionRegistryComponent::conflict).toList();
    }

    private static String conflict(List<Extension> claimants) {
        Extension first = claimants.get(0);
        return "The " + first.point().id() + " id '" + first.id() + "' is claimed by more than one plugin: "
                + claimants.stream().map(e -> e.plugin() + " " + e.version()).collect(Collectors.joining(" and ")) + ". Remove one of them (plugin:remove)";
    }
}
