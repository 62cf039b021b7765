package org.espalier.core.internal.plugin;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.espalier.api.error.InputException;
import org.espalier.core.internal.extension.Retired;
import org.espalier.core.internal.extension.Revision;
import org.espalier.core.internal.run.Usage;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bundles of the plugin folder's jars, from their installation to the end of the last run that uses them. */
final class PluginBundles {
    private static final Logger LOG = LoggerFactory.getLogger(PluginBundles.class);
    private static final String START_LEVEL = "felix.fileinstall.start.level";

    private final BundleContext context;
    private final Usage usage;
    private final Retired retired;

    PluginBundles(BundleContext context, Usage usage, Retired retired) {
        this.context = context;
        this.usage = usage;
        this.retired = retired;
    }

    /** Those in whose place nothing newer has come. */
    Stream<Bundle> current() {
        return Arrays.stream(context.getBundles()).filter(bundle -> Revision.of(bundle).isPresent() && !retired.contains(bundle));
    }

    /**
     * Installs and starts the content of a file; what it held before is retired.
     *
     * @throws InputException if the framework refuses it
     */
    synchronized void put(Revision revision, byte[] content) {
        Optional<Bundle> before = of(revision.file()).filter(bundle -> !bundle.getLocation().equals(revision.location()));
        try {
            Bundle bundle = context.installBundle(revision.location(), new ByteArrayInputStream(content));
            bundle.adapt(BundleStartLevel.class).setStartLevel(Integer.parseInt(context.getProperty(START_LEVEL)));
            retired.remove(bundle);
        } catch (BundleException e) {
            throw new InputException("'" + revision.file().getFileName() + "' cannot be installed: " + e.getMessage(), e);
        }
        before.ifPresent(this::retire);
        startAll();
    }

    /** Retires what a file held. */
    synchronized void retire(Path file) {
        of(file).ifPresent(this::retire);
    }

    private void retire(Bundle bundle) {
        retired.add(bundle);
        sweep();
    }

    private Optional<Bundle> of(Path file) {
        Path normal = file.toAbsolutePath().normalize();
        return current().filter(bundle -> Revision.of(bundle).orElseThrow().file().equals(normal)).findFirst();
    }

    /** Uninstalls what is retired and neither used by a run nor imported by something that is. */
    synchronized void sweep() {
        FrameworkWiring wiring = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
        List<Bundle> done = Arrays.stream(context.getBundles()).filter(retired::contains)
                .filter(bundle -> wiring.getDependencyClosure(List.of(bundle)).stream().allMatch(user -> usage.runsUsing(user.getBundleId()).isEmpty())).toList();
        done.forEach(this::uninstall);
        if (!done.isEmpty()) {
            wiring.refreshBundles(done, event -> startAll());
        }
    }

    private void uninstall(Bundle bundle) {
        try {
            bundle.uninstall();
        } catch (BundleException e) {
            LOG.warn("Plugin '{}' {} cannot be uninstalled: {}", bundle.getSymbolicName(), bundle.getVersion(), e.getMessage());
        }
        retired.remove(bundle);
    }

    /** What could not be resolved before may be now. */
    private synchronized void startAll() {
        current().filter(bundle -> (bundle.getState() & (Bundle.INSTALLED | Bundle.RESOLVED)) != 0 && bundle.getHeaders("").get(Constants.FRAGMENT_HOST) == null).forEach(this::start);
    }

    private void start(Bundle bundle) {
        try {
            bundle.start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY);
        } catch (BundleException e) {
            if (bundle.getState() == Bundle.INSTALLED) {
                LOG.debug("Plugin {} does not resolve yet", bundle.getSymbolicName(), e);
            } else {
                LOG.warn("Plugin '{}' cannot be started: {}", bundle.getSymbolicName(), e.getMessage());
            }
        }
    }
}
