package org.espalier.core.internal.plugin;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.felix.fileinstall.ArtifactInstaller;
import org.espalier.api.error.InputException;
import org.espalier.core.internal.extension.Retired;
import org.espalier.core.internal.extension.Revision;
import org.espalier.core.internal.plugin.JarInspector.Identity;
import org.espalier.core.internal.run.Usage;
import org.osgi.framework.BundleContext;
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

    private final Usage usage;
    private final PluginBundles bundles;

    @Activate
    public PluginInstaller(BundleContext context, @Reference Usage usage, @Reference Retired retired) {
        this.usage = usage;
        this.bundles = new PluginBundles(context, usage, retired);
        usage.whenARunEnds(bundles::sweep);
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
            bundles.retire(file.toPath());
        }
    }

    @Override
    public void update(File file) {
        install(file);
    }

    @Override
    public synchronized void uninstall(File file) {
        bundles.retire(file.toPath());
    }

    private void deploy(Path file) {
        Identity identity = JarInspector.inspect(file);
        byte[] content = content(file);
        refuseTwin(identity, file);
        bundles.put(Revision.of(file, content), content);
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new InputException("'" + file.getFileName() + "' cannot be read: " + e.getMessage(), e);
        }
    }

    private void refuseTwin(Identity identity, Path file) {
        bundles.current().filter(bundle -> bundle.getSymbolicName().equals(identity.name()) && bundle.getVersion().toString().equals(identity.version()))
                .flatMap(bundle -> Revision.of(bundle).stream()).filter(revision -> !revision.file().equals(file.toAbsolutePath().normalize())).findFirst().ifPresent(other -> {
                    throw new InputException(PluginFolder.twin(file, identity, other.file()));
                });
    }
}
