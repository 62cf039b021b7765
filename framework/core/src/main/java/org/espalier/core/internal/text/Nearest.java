package org.espalier.core.internal.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

import org.apache.commons.text.similarity.LevenshteinDistance;

/** What the user probably meant. */
public final class Nearest {
    private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

    private Nearest() {
    }

    /** The known name nearest to the given one, if any is near enough to be a slip. */
    public static Optional<String> of(String given, Collection<String> known) {
        return known.stream().min(Comparator.<String>comparingInt(name -> DISTANCE.apply(given, name)).thenComparing(Comparator.naturalOrder()))
                .filter(name -> DISTANCE.apply(given, name) <= Math.max(2, given.length() / 2));
    }

    /** A sentence to append to "unknown …": the nearest name, or all names if they are few. */
    public static String hint(String given, Collection<String> known) {
        Optional<String> nearest = of(given, known);
        if (nearest.isPresent()) {
            return " Did you mean '" + nearest.get() + "'?";
        }
        return known.isEmpty() || known.size() > 20 ? "" : " Known: " + String.join(", ", known.stream().sorted().toList()) + ".";
    }
}
