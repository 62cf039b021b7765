package org.espalier.host.launcher;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import org.apache.felix.framework.Felix;
import org.apache.felix.framework.util.FelixConstants;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.startlevel.FrameworkStartLevel;

/** A started framework with the installation's bundles. Closing stops it. */
final class Host implements AutoCloseable {
    private static final long STOP_MILLIS = 20_000;

    private final Framework framework;
    private final FrameworkCache cache;

    private Host(Framework framework, FrameworkCache cache) {
        this.framework = framework;
        this.cache = cache;
    }

    /** Starts the framework at the start level of its properties: everything that needs no terminal. */
    static Host start(Installation installation, Stopwatch stopwatch) throws IOException, BundleException {
        FrameworkCache cache = FrameworkCache.create(installation.cache());
        System.setProperty("espalier.framework.cache", cache.folder().toString());
        Map<String, Object> properties = installation.frameworkProperties();
        properties.put(FelixConstants.LOG_LOGGER_PROP, new FrameworkLog());
        Framework framework = new Felix(properties);
        framework.init();
        stopwatch.lap("framework made");

        framework.getBundleContext().addFrameworkListener(new StartProblems());
        for (BundleFolder folder : installation.bundleFolders()) {
            install(folder, framework.getBundleContext());
        }
        stopwatch.lap("bundles installed");
        framework.start();
        stopwatch.lap("bundles started");
        return new Host(framework, cache);
    }

    private static void install(BundleFolder folder, BundleContext context) throws IOException, BundleException {
        for (String location : folder.locations()) {
            Bundle bundle = context.installBundle(location);
            bundle.adapt(BundleStartLevel.class).setStartLevel(folder.startLevel());
            if (!isFragment(bundle)) {
                bundle.start(Bundle.START_ACTIVATION_POLICY);
            }
        }
    }

    static boolean isFragment(Bundle bundle) {
        return bundle.getHeaders("").get("Fragment-Host") != null;
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    /** Raises the start level, if need be, until the given bundle is started. */
    void startUpTo(Bundle bundle) throws InterruptedException {
        FrameworkStartLevel level = framework.adapt(FrameworkStartLevel.class);
        int needed = bundle.adapt(BundleStartLevel.class).getStartLevel();
        if (level.getStartLevel() >= needed) {
            return;
        }
        CountDownLatch reached = new CountDownLatch(1);
        level.setStartLevel(needed, event -> {
            if (event.getType() == FrameworkEvent.STARTLEVEL_CHANGED) {
                reached.countDown();
            }
        });
        reached.await();
    }

    @Override
    public void close() throws BundleException, IOException {
        framework.stop();
        awaitStop();
        cache.close();
    }

    private void awaitStop() {
        try {
            framework.waitForStop(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
