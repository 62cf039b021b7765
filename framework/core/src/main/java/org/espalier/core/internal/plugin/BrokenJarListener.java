package org.espalier.core.internal.plugin;

import java.io.File;

import org.apache.felix.fileinstall.ArtifactInstaller;
import org.espalier.api.error.InputException;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes files out of File Install's hands that it would fail on with a stack trace, and says one sentence instead. The sentence is not kept:
 * {@code plugin:why} finds it again by looking at the file.
 */
@Component(service = ArtifactInstaller.class)
public final class BrokenJarListener implements ArtifactInstaller {
    private static final Logger LOG = LoggerFactory.getLogger(BrokenJarListener.class);

    @Override
    public boolean canHandle(File file) {
        if (!file.getName().endsWith(".jar")) {
            return false;
        }
        try {
            JarInspector.inspect(file.toPath());
            return false;
        } catch (InputException e) {
            return file.exists();
        }
    }

    @Override
    public void install(File file) {
        try {
            JarInspector.inspect(file.toPath());
        } catch (InputException e) {
            LOG.warn("{}", e.getMessage());
        }
    }

    @Override
    public void update(File file) {
        install(file);
    }

    @Override
    public void uninstall(File file) {
        LOG.info("'{}' was taken out of the plugin folder", file.getName());
    }
}
