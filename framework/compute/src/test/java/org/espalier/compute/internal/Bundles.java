package org.espalier.compute.internal;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;

/** As much of a framework as the compute service needs. */
final class Bundles {
    private final List<BundleListener> listeners = new ArrayList<>();
    private final List<String> active = new ArrayList<>();

    BundleContext context() {
        return (BundleContext) Proxy.newProxyInstance(Bundles.class.getClassLoader(), new Class<?>[] {BundleContext.class}, (proxy, method, arguments) -> {
            switch (method.getName()) {
                case "addBundleListener" -> listeners.add((BundleListener) arguments[0]);
                case "removeBundleListener" -> listeners.remove(arguments[0]);
                case "getBundles" -> {
                    return active.stream().map(Bundles::bundle).toArray(Bundle[]::new);
                }
                default -> throw new UnsupportedOperationException(method.getName());
            }
            return null;
        });
    }

    private static Bundle bundle(String symbolicName) {
        return (Bundle) Proxy.newProxyInstance(Bundles.class.getClassLoader(), new Class<?>[] {Bundle.class},
                (proxy, method, arguments) -> method.getName().equals("getState") ? (Object) Bundle.ACTIVE : symbolicName);
    }

    /** Another bundle is active from now on. */
    void start(String symbolicName) {
        active.add(symbolicName);
    }

    void stop(String symbolicName) {
        Bundle bundle = bundle(symbolicName);
        List.copyOf(listeners).forEach(listener -> listener.bundleChanged(new BundleEvent(BundleEvent.STOPPED, bundle)));
    }

    int listeners() {
        return listeners.size();
    }
}
