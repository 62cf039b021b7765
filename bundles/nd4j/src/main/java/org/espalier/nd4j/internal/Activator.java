package org.espalier.nd4j.internal;

import org.nd4j.common.config.ND4JClassLoading;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/**
 * Makes ND4J look for its backend in this bundle. Otherwise it would remember the context class loader of the thread that touches it
 * first, and fail for good. Starts no backend.
 */
public final class Activator implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        ND4JClassLoading.setNd4jClassloaderFromClass(Activator.class);
    }

    @Override
    public void stop(BundleContext context) {
        // the loader stays: ND4J's statics outlive a stop, and only a refresh gives new ones
    }
}
