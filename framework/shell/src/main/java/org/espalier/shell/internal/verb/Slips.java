package org.espalier.shell.internal.verb;

import java.util.Collection;
import java.util.Comparator;

import org.apache.commons.text.similarity.LevenshteinDistance;

/** What the user probably meant. */
public final class Slips {
    private Slips() {
    }

    /** A question to append to “there is no …”: the nearest known name; empty if none is near. */
    public static String hint(String given, Collection<String> known) {
        LevenshteinDistance distance = new LevenshteinDistance(Math.max(2, given.length() / 3));
        return known.stream().filter(name -> distance.apply(given, name) >= 0).min(Comparator.comparing(name -> distance.apply(given, name)))
                .map(name -> " Did you mean '" + name + "'?").orElse("");
    }
}
