package org.espalier.core.experiment;

import java.util.Map;
import java.util.Set;

import org.espalier.core.config.Setting;

/**
 * Values that belong together, by full key.
 *
 * @param settings values in the order written
 * @param replaced keys of mappings that name what to {@code use}: they replace, rather than extend, what lower layers say below that key
 */
public record Layer(Map<String, Setting> settings, Set<String> replaced) {
}
