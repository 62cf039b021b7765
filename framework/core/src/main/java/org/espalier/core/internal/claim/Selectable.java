package org.espalier.core.internal.claim;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.espalier.core.internal.text.Nearest;

/**
 * What trials of an experiment can be selected by.
 *
 * @param variants their names
 * @param sweep    values by full key
 */
public record Selectable(Collection<String> variants, Map<String, List<String>> sweep) {

    /** @throws IllegalArgumentException saying which selector no trial can ever fit */
    public void require(Check check) {
        check.estimate().aggregates().stream().flatMap(aggregate -> aggregate.selectors().stream()).map(Selector::parse).forEach(this::require);
    }

    /** The same of a sweep key and its value. */
    public void require(String key, String value) {
        require(new Selector(key, value));
    }

    private void require(Selector selector) {
        if (selector.key().isEmpty()) {
            List<String> known = new ArrayList<>(variants);
            sweep.values().forEach(known::addAll);
            if (!variants.contains(selector.value()) && known.stream().noneMatch(selector::isValue)) {
                throw new IllegalArgumentException("no variant or swept value is named '" + selector.value() + "'." + Nearest.hint(selector.value(), known));
            }
            return;
        }
        List<String> keys = sweep.keySet().stream().filter(selector::isOf).toList();
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("no key '" + selector.key() + "' is swept." + Nearest.hint(selector.key(), sweep.keySet().stream().map(Selectable::last).toList()));
        }
        if (keys.stream().flatMap(key -> sweep.get(key).stream()).noneMatch(selector::isValue)) {
            throw new IllegalArgumentException("'" + selector.key() + "' never has the value '" + selector.value() + "', only " + String.join(", ", sweep.get(keys.get(0))));
        }
    }

    private static String last(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }
}
