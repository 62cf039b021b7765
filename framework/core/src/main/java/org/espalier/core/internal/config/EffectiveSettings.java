package org.espalier.core.internal.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.commons.configuration2.BaseConfiguration;
import org.apache.commons.configuration2.CompositeConfiguration;
import org.apache.commons.configuration2.Configuration;
import org.espalier.core.config.Setting;
import org.espalier.core.experiment.Layer;

/** Layers of values, resolved: the strongest layer that has a key wins, {@code ${other.key}} and {@code ${env:NAME}} are filled in, origins are kept. */
public final class EffectiveSettings {
    private EffectiveSettings() {
    }

    /** @param layers from weakest to strongest */
    public static Map<String, Setting> of(List<Layer> layers) {
        List<Map<String, Setting>> visible = visible(layers);
        CompositeConfiguration composite = new CompositeConfiguration();
        for (int i = visible.size() - 1; i >= 0; i--) {
            composite.addConfiguration(configuration(visible.get(i)));
        }
        Map<String, Setting> effective = new LinkedHashMap<>();
        visible.forEach(layer -> effective.putAll(layer));
        effective.replaceAll((key, setting) -> new Setting(key, composite.getString(key), setting.origin()));
        return effective;
    }

    /** The layers without what stronger ones replace as a whole. */
    private static List<Map<String, Setting>> visible(List<Layer> layers) {
        List<Map<String, Setting>> visible = new ArrayList<>();
        for (Layer layer : layers) {
            for (Map<String, Setting> weaker : visible) {
                weaker.keySet().removeIf(key -> layer.replaced().stream().anyMatch(prefix -> key.startsWith(prefix + ".")));
            }
            visible.add(new LinkedHashMap<>(layer.settings()));
        }
        return visible;
    }

    private static Configuration configuration(Map<String, Setting> layer) {
        BaseConfiguration configuration = new BaseConfiguration();
        layer.forEach((key, setting) -> configuration.addProperty(key, setting.value()));
        return configuration;
    }
}
