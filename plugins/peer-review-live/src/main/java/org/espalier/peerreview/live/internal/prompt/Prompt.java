package org.espalier.peerreview.live.internal.prompt;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A template of a review.
 *
 * @param name     as recorded with judgments
 * @param system   what the judge is told to be
 * @param template the pair, with places like {@code {answer_a}}
 */
record Prompt(String name, String system, String template) {
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    /** The template with its places filled, in one pass: an answer that looks like a place stays as it is. */
    String fill(Map<String, String> values) {
        return PLACE.matcher(template).replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), place.group())));
    }
}
