package org.espalier.core.internal.extension;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.osgi.framework.Bundle;
import org.osgi.service.component.annotations.Component;

/** Versions of plugins that were replaced or removed while a run used them: they work on for that run and are offered to nobody else. */
@Component(service = Retired.class)
public final class Retired {
    private final Set<Long> bundles = ConcurrentHashMap.newKeySet();

    public boolean contains(Bundle bundle) {
        return bundles.contains(bundle.getBundleId());
    }

    public void add(Bundle bundle) {
        bundles.add(bundle.getBundleId());
    }

    public void remove(Bundle bundle) {
        bundles.remove(bundle.getBundleId());
    }
}
