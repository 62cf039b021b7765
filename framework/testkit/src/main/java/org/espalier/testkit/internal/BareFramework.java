package org.espalier.testkit.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;

import org.espalier.api.extension.RequiresHost;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.wiring.FrameworkWiring;

/** An OSGi framework with nothing in it but the plugin under test: the packages that plugin imports come from the class path. */
public final class BareFramework implements AutoCloseable {
    private static final int SECONDS = 20;

    private final Framework framework;
    private final Path plugin;

    private BareFramework(Framework framework, Path plugin) {
        this.framework = framework;
        this.plugin = plugin;
    }

    /** Starts a framework into which the plugin's jar fits. */
    public static BareFramework start(Path plugin, Path folder) throws IOException, BundleException {
        Map<String, String> configuration = new HashMap<>();
        configuration.put(Constants.FRAMEWORK_STORAGE, Files.createTempDirectory(folder, "framework").toString());
        configuration.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, String.join(",", Imports.of(imports(plugin)).exports()));
        configuration.put(Constants.FRAMEWORK_SYSTEMCAPABILITIES_EXTRA, "osgi.extender;osgi.extender=\"" + RequiresHost.EXTENDER + "\";version:Version=\"1.0\"");
        Framework framework = ServiceLoader.load(FrameworkFactory.class).iterator().next().newFramework(configuration);
        framework.start();
        return new BareFramework(framework, plugin);
    }

    private static String imports(Path plugin) throws IOException {
        try (JarFile jar = new JarFile(plugin.toFile())) {
            String imports = jar.getManifest().getMainAttributes().getValue(Constants.IMPORT_PACKAGE);
            return imports == null ? "" : imports;
        }
    }

    /** Installs and starts the plugin; a package or capability that is missing makes this fail with its name. */
    public Bundle install() throws IOException, BundleException {
        try (InputStream in = Files.newInputStream(plugin)) {
            Bundle bundle = framework.getBundleContext().installBundle(plugin.toUri().toString(), in);
            bundle.start();
            return bundle;
        }
    }

    /** Replaces the plugin by itself, as a new version would. */
    public void update(Bundle bundle) throws IOException, BundleException, InterruptedException {
        try (InputStream in = Files.newInputStream(plugin)) {
            bundle.update(in);
        }
        refresh(bundle);
    }

    /** Removes the plugin. */
    public void uninstall(Bundle bundle) throws BundleException, InterruptedException {
        bundle.uninstall();
        refresh(bundle);
    }

    private void refresh(Bundle bundle) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        framework.adapt(FrameworkWiring.class).refreshBundles(List.of(bundle), event -> done.countDown());
        if (!done.await(SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The framework did not refresh " + bundle + " within " + SECONDS + " s");
        }
    }

    @Override
    public void close() throws BundleException {
        framework.stop();
        try {
            framework.waitForStop(TimeUnit.SECONDS.toMillis(SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
