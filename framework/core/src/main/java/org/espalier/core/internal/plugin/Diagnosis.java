package org.espalier.core.internal.plugin;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.resource.Namespace;

/** Says in plain words what a bundle that does not resolve is missing, from the framework's present state. */
final class Diagnosis {
    private static final Pattern PACKAGE = Pattern.compile("\\(osgi\\.wiring\\.package=([^)]+)\\)");
    private static final Pattern FROM = Pattern.compile("\\(version>=([^)]+)\\)");
    private static final Pattern BELOW = Pattern.compile("\\(!\\(version>=([^)]+)\\)\\)");

    private final BundleContext context;

    Diagnosis(BundleContext context) {
        this.context = context;
    }

    /** Why the bundle is not resolved, one reason per missing thing; empty if nothing is missing. */
    List<String> missing(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        if (revision == null) {
            return List.of("it was uninstalled");
        }
        return revision.getDeclaredRequirements(null).stream().filter(Diagnosis::mandatory).filter(need -> !satisfied(need, revision)).map(this::words).toList();
    }

    private static boolean mandatory(BundleRequirement need) {
        Map<String, String> directives = need.getDirectives();
        return !Namespace.RESOLUTION_OPTIONAL.equals(directives.get(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE))
                && !"dynamic".equals(directives.get(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE))
                && !Namespace.EFFECTIVE_ACTIVE.equals(directives.get(Namespace.REQUIREMENT_EFFECTIVE_DIRECTIVE));
    }

    private boolean satisfied(BundleRequirement need, BundleRevision self) {
        return self.getDeclaredCapabilities(need.getNamespace()).stream().anyMatch(need::matches)
                || offered(need.getNamespace()).stream().anyMatch(need::matches);
    }

    private List<BundleCapability> offered(String namespace) {
        return Arrays.stream(context.getBundles()).filter(b -> (b.getState() & (Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE)) != 0)
                .flatMap(b -> b.adapt(BundleRevision.class).getDeclaredCapabilities(namespace).stream()).toList();
    }

    private String words(BundleRequirement need) {
        String filter = need.getDirectives().getOrDefault(Namespace.REQUIREMENT_FILTER_DIRECTIVE, "");
        Matcher matcher = PACKAGE.matcher(filter);
        if (!matcher.find()) {
            return "it needs the capability " + need.getNamespace() + (filter.isEmpty() ? "" : " " + filter) + ", which nobody offers";
        }
        String name = matcher.group(1);
        return "it needs package " + name + range(filter) + ", which nobody exports" + nearest(name);
    }

    private static String range(String filter) {
        Matcher from = FROM.matcher(filter);
        Matcher below = BELOW.matcher(filter);
        return from.find() ? " [" + from.group(1) + (below.find() ? "," + below.group(1) + ")" : ",…)") : "";
    }

    private String nearest(String name) {
        List<BundleCapability> exporters = offered(PackageNamespace.PACKAGE_NAMESPACE).stream()
                .filter(c -> name.equals(c.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE))).toList();
        return exporters.isEmpty() ? " in any version" : "; there is " + exporters.stream()
                .map(c -> c.getAttributes().get("version") + " from " + c.getRevision().getSymbolicName()).collect(Collectors.joining(", "));
    }

    /** The reasons as one sentence; empty if nothing is missing. */
    Optional<String> sentence(Bundle bundle) {
        List<String> missing = missing(bundle);
        return missing.isEmpty() ? Optional.empty() : Optional.of("Plugin '" + bundle.getSymbolicName() + "' cannot be used: " + String.join("; ", missing));
    }
}
