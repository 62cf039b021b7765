package org.espalier.core.internal.claim;

import org.espalier.core.run.TrialResult;

/**
 * Selects trials.
 *
 * @param key   a sweep key or an ending of it; empty if the value may be a variant's name or any sweep key's value
 * @param value what it should be; numbers may be written differently
 */
record Selector(String key, String value) {

    /** As written in an aggregate: {@code name} or {@code key=value}. */
    static Selector parse(String text) {
        int equals = text.indexOf('=');
        return equals < 0 ? new Selector("", text) : new Selector(text.substring(0, equals).strip(), text.substring(equals + 1).strip());
    }

    /** Whether it selects by this key. */
    boolean isOf(String other) {
        return !key.isEmpty() && same(key, other);
    }

    boolean takes(TrialResult result) {
        return key.isEmpty() ? result.variant().equals(value) || result.point().values().stream().anyMatch(this::isValue)
                : result.point().entrySet().stream().anyMatch(e -> same(e.getKey(), key) && isValue(e.getValue()));
    }

    private static boolean same(String a, String b) {
        return a.equals(b) || a.endsWith("." + b) || b.endsWith("." + a);
    }

    /** Whether it selects this value. */
    boolean isValue(String other) {
        return other.equals(value) || number(other) == number(value);
    }

    /** NaN, which equals nothing, if it is none. */
    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
