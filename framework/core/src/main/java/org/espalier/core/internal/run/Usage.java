package org.espalier.core.internal.run;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.osgi.service.component.annotations.Component;

/** Which running runs use which plugins. */
@Component(service = Usage.class)
public final class Usage {
    private final Map<String, Set<String>> pluginsByRun = new ConcurrentHashMap<>();

    void begin(String run, Set<String> plugins) {
        pluginsByRun.put(run, Set.copyOf(plugins));
    }

    void end(String run) {
        pluginsByRun.remove(run);
    }

    /** Ids of running runs that use a plugin. */
    public List<String> runsUsing(String plugin) {
        return pluginsByRun.entrySet().stream().filter(e -> e.getValue().contains(plugin)).map(Map.Entry::getKey).sorted().toList();
    }
}
