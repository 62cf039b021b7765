package org.espalier.dl4j.internal;

import org.deeplearning4j.config.DL4JClassLoading;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Makes DL4J look for its layers and helpers in this bundle, instead of the context class loader of the thread that touches it first. */
public final class Activator implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        DL4JClassLoading.setDl4jClassloaderFromClass(Activator.class);
    }

    @Override
    public void stop(BundleContext context) {
        // the loader stays: the next start replaces it
    }
}
