package org.espalier.core.internal.plugin;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.espalier.core.config.Site;
import org.espalier.core.extension.ExtensionRegistry;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says at once when a plugin arrives that does not resolve or that claims what another has. */
@Component(service = {}, immediate = true)
public final class UnresolvedPlugins implements BundleListener {
    private static final Logger LOG = LoggerFactory.getLogger(UnresolvedPlugins.class);
    /** A bundle is started right after it was installed; by then it is resolved or will not be. */
    private static final long SETTLING_MILLISECONDS = 700;

    private final BundleContext context;
    private final ExtensionRegistry registry;
    private final PluginFolder folder;
    private final Diagnosis diagnosis;
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "espalier-plugin-check");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public UnresolvedPlugins(BundleContext context, @Reference Site site, @Reference ExtensionRegistry registry) {
        this.context = context;
        this.registry = registry;
        this.folder = new PluginFolder(site.plugins());
        this.diagnosis = new Diagnosis(context);
        context.addBundleListener(this);
    }

    @Deactivate
    void close() {
        context.removeBundleListener(this);
        later.shutdownNow();
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        if (event.getType() == BundleEvent.INSTALLED) {
            later.schedule(() -> check(event.getBundle()), SETTLING_MILLISECONDS, TimeUnit.MILLISECONDS);
        }
    }

    private void check(Bundle bundle) {
        if (bundle.getState() == Bundle.INSTALLED && folder.jarOf(bundle).isPresent()) {
            diagnosis.sentence(bundle).ifPresent(sentence -> LOG.warn("{}", sentence));
        }
        registry.conflicts().stream().filter(sentence -> sentence.contains(bundle.getSymbolicName() + " ")).forEach(sentence -> LOG.warn("{}", sentence));
    }
}
