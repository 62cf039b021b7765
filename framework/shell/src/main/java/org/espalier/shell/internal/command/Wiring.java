package org.espalier.shell.internal.command;

import java.util.List;
import java.util.stream.Stream;

import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWiring;

/** What an unresolved bundle asks for. */
final class Wiring {
    private Wiring() {
    }

    /** The mandatory requirements of a bundle that is not resolved; none for others. */
    static Stream<String> problems(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        boolean resolved = bundle.adapt(BundleWiring.class) != null;
        List<BundleRequirement> needs = revision == null || resolved ? List.of() : revision.getDeclaredRequirements(null);
        return needs.stream().filter(r -> !"optional".equals(r.getDirectives().get("resolution"))).map(r -> "needs " + r.getNamespace() + " " + r.getDirectives().get("filter"));
    }
}
