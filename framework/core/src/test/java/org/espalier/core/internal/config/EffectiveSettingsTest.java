package org.espalier.core.internal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.espalier.core.config.Origin;
import org.espalier.core.config.Setting;
import org.espalier.core.experiment.Layer;
import org.junit.jupiter.api.Test;

class EffectiveSettingsTest {
    private static final Layer EXPERIMENT = layer("experiment", Set.of("m.model"), "m.model.use", "a", "m.model.hidden", "16", "m.trainer.epochs", "9");

    @Test
    void strongestLayerWinsAndKeepsItsOrigin() {
        Map<String, Setting> effective = EffectiveSettings.of(List.of(EXPERIMENT, layer("command line", Set.of(), "m.model.hidden", "32")));
        assertEquals(new Setting("m.model.hidden", "32", new Origin("command line", "")), effective.get("m.model.hidden"));
        assertEquals("experiment", effective.get("m.trainer.epochs").origin().layer());
    }

    @Test
    void mappingThatNamesWhatToUseReplacesTheWeakerMapping() {
        Map<String, Setting> effective = EffectiveSettings.of(List.of(EXPERIMENT, layer("variant b", Set.of("m.model"), "m.model.use", "b")));
        assertEquals("b", effective.get("m.model.use").value());
        assertFalse(effective.containsKey("m.model.hidden"));
        assertEquals("9", effective.get("m.trainer.epochs").value());
    }

    @Test
    void fillsInOtherKeysFromAnyLayer() {
        Map<String, Setting> effective = EffectiveSettings.of(List.of(EXPERIMENT, layer("x", Set.of(), "m.dataset.size", "${m.model.hidden}"),
                layer("command line", Set.of(), "m.model.hidden", "64")));
        assertEquals("64", effective.get("m.dataset.size").value());
    }

    private static Layer layer(String name, Set<String> replaced, String... keysAndValues) {
        Map<String, Setting> settings = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            settings.put(keysAndValues[i], new Setting(keysAndValues[i], keysAndValues[i + 1], new Origin(name, "")));
        }
        return new Layer(settings, replaced);
    }
}
