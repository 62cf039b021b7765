package org.espalier.core.config;

/**
 * An effective value.
 *
 * @param key    full key, e.g. {@code main.model.hidden}
 * @param value  as written; lists as {@code [a, b]}
 * @param origin where it came from
 */
public record Setting(String key, String value, Origin origin) {
}
