package org.espalier.core.internal.config;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.espalier.core.config.Origin;
import org.espalier.core.config.Setting;
import org.espalier.core.experiment.Layer;
import org.espalier.core.internal.yaml.YamlMap;

/** Turns nested mappings into full keys that know where they came from. */
public final class Flattener {
    private static final String USE = "use";

    private final String layer;
    private final Map<String, Setting> settings = new LinkedHashMap<>();
    private final Set<String> replaced = new LinkedHashSet<>();

    private Flattener(String layer) {
        this.layer = layer;
    }

    public static Layer flatten(String layer, YamlMap map) {
        Flattener flattener = new Flattener(layer);
        flattener.walk("", map);
        return new Layer(flattener.settings, flattener.replaced);
    }

    private void walk(String prefix, YamlMap map) {
        if (map.has(USE) && !prefix.isEmpty()) {
            replaced.add(prefix.substring(0, prefix.length() - 1));
        }
        for (String key : map.keys()) {
            if (map.isMap(key)) {
                walk(prefix + key + ".", map.map(key));
            } else {
                Origin origin = new Origin(layer, map.file() + ":" + map.line(key));
                settings.put(prefix + key, new Setting(prefix + key, map.value(key), origin));
            }
        }
    }
}
