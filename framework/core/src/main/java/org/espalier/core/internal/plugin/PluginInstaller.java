package org.espalier.core.internal.plugin;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.apache.felix.fileinstall.ArtifactInstaller;
import org.espalier.api.error.InputException;
import org.espalier.core.internal.extension.Retired;
import org.espalier.core.internal.extension.Revision;
import org.espalier.core.internal.plugin.JarInspector.Identity;
import org.espalier.core.internal.run.Usage;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Installs what File Install finds in the plugin folder. A jar that changes is installed beside its old content; the old is retired at once, and
 * uninstalled when no run uses it any more. A jar that cannot be used costs one sentence, which {@code plugin:why} finds again by looking at the file.
 */
@Component(service = ArtifactInstaller.class)
public final class PluginInstaller implements ArtifactInstaller {
    private static final Logger LOG = LoggerFactory.getLogger(PluginInstaller.class);
    private static final String START_LEVEL = "felix.fileinstall.start.level";

    private final BundleContext context;
    private final Usage usage;
    private final Retired retired;

    @Activate
    public PluginInstaller(BundleContext context, @Reference Usage usage, @Reference Retired retired) {
        this.context = context;
        this.usage = usage;
        this.retired = retired;
        usage.whenARunEnds(this::sweep);
    }

    @Deactivate
    void close() {
        usage.whenARunEnds(() -> { });
    }

    @Override
    public boolean canHandle(File file) {
        return file.getName().endsWith(".jar");
    }

    @Override
    public synchronized void install(File file) {
        try {
            deploy(file.toPath());
        } catch (InputException e) {
            LOG.warn("{}", e.getMessage());
            offered(file.toPath()).ifPresent(this::retire);
        }
    }

    @Override
    public void update(File file) {
        install(file);
    }

    @Override
    public synchronized void uninstall(File file) {
        offered(file.toPath()).ifPresent(this::retire);
    }

    private void deploy(Path file) {
        Identity identity = JarInspector.inspect(file);
        byte[] content = content(file);
        Revision revision = Revision.of(file, content);
        Optional<Bundle> before = offered(file).filter(bundle -> !bundle.getLocation().equals(revision.location()));
        refuseTwin(identity, file);
        try {
            Bundle bundle = context.installBundle(revision.location(), new ByteArrayInputStream(content));
            bundle.adapt(BundleStartLevel.class).setStartLevel(Integer.parseInt(context.getProperty(START_LEVEL)));
            retired.remove(bundle);
        } catch (BundleException e) {
            throw new InputException("'" + file.getFileName() + "' cannot be installed: " + e.getMessage(), e);
        }
        before.ifPresent(this::retire);
        startAll();
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new InputException("'" + file.getFileName() + "' cannot be read: " + e.getMessage(), e);
        }
    }

    private void refuseTwin(Identity identity, Path file) {
        current().filter(bundle -> bundle.getSymbolicName().equals(identity.name()) && bundle.getVersion().toString().equals(identity.version()))
                .flatMap(bundle -> Revision.of(bundle).stream()).filter(revision -> !revision.file().equals(file.toAbsolutePath().normalize())).findFirst().ifPresent(other -> {
                    throw new InputException(PluginFolder.twin(file, identity, other.file()));
                });
    }

    private Stream<Bundle> current() {
        return Arrays.stream(context.getBundles()).filter(bundle -> Revision.of(bundle).isPresent() && !retired.contains(bundle));
    }

    private Optional<Bundle> offered(Path file) {
        Path normal = file.toAbsolutePath().normalize();
        return current().filter(bundle -> Revision.of(bundle).orElseThrow().file().equals(normal)).findFirst();
    }

    private void retire(Bundle bundle) {
        retired.add(bundle);
        sweep();
    }

    /** Uninstalls what is retired and neither used by a run nor imported by something that is. */
    private synchronized void sweep() {
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
