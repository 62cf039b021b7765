package org.espalier.core.internal.run;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.osgi.service.component.annotations.Component;

/** Which running runs use which plugins' bundles. */
@Component(service = Usage.class)
public final class Usage {
    private final Map<String, Set<Long>> bundlesByRun = new ConcurrentHashMap<>();
    private volatile Runnable afterwards = () -> { };

    /** @param bundles ids */
    void begin(String run, Set<Long> bundles) {
        bundlesByRun.put(run, Set.copyOf(bundles));
    }

    void end(String run) {
        bundlesByRun.remove(run);
        afterwards.run();
    }

    /** Ids of running runs that use a bundle. */
    public List<String> runsUsing(long bundle) {
        return bundlesByRun.entrySet().stream().filter(e -> e.getValue().contains(bundle)).map(Map.Entry::getKey).sorted().toList();
    }

    /** What to do each time a run has ended, on its thread; replaces what was to be done before. */
    public void whenARunEnds(Runnable action) {
        afterwards = action;
    }
}
