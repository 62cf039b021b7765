package org.espalier.core.internal.text;

import java.util.Locale;

/** Spellings of names. */
public final class Names {
    private Names() {
    }

    /** {@code learningRate} and {@code LEARNING_RATE} as {@code learning-rate}. */
    public static String kebab(String name) {
        return (name.equals(name.toUpperCase(Locale.ROOT)) ? name : name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_"))
                .replace('_', '-').toLowerCase(Locale.ROOT);
    }
}
