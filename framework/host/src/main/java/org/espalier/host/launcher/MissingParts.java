package org.espalier.host.launcher;

import java.util.ArrayList;
import java.util.List;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.namespace.AbstractWiringNamespace;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/** What started bundles wait for, read from their manifests: bundles that do not resolve and services that nobody registered. */
final class MissingParts {
    private static final String SERVICE = "osgi.service";

    private final BundleContext context;

    MissingParts(BundleContext context) {
        this.context = context;
    }

    /** One sentence each. */
    List<String> sentences() throws InvalidSyntaxException {
        int level = context.getBundle(0).adapt(FrameworkStartLevel.class).getStartLevel();
        List<String> sentences = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            boolean due = bundle.getBundleId() != 0 && bundle.adapt(BundleStartLevel.class).getStartLevel() <= level;
            if (due && bundle.getState() == Bundle.INSTALLED) {
                sentences.add(bundle.getSymbolicName() + " is not resolved.");
            } else if (due && bundle.getState() == Bundle.ACTIVE) {
                sentences.addAll(missingServices(bundle));
            }
        }
        return sentences;
    }

    private List<String> missingServices(Bundle bundle) throws InvalidSyntaxException {
        List<String> sentences = new ArrayList<>();
        for (BundleRequirement requirement : bundle.adapt(BundleRevision.class).getDeclaredRequirements(SERVICE)) {
            String filter = requirement.getDirectives().get(AbstractWiringNamespace.REQUIREMENT_FILTER_DIRECTIVE);
            boolean optional = AbstractWiringNamespace.RESOLUTION_OPTIONAL.equals(requirement.getDirectives().get(AbstractWiringNamespace.REQUIREMENT_RESOLUTION_DIRECTIVE));
            if (!optional && context.getAllServiceReferences(null, filter) == null) {
                sentences.add(bundle.getSymbolicName() + " waits for a service " + filter + " that nobody registered.");
            }
        }
        return sentences;
    }
}
