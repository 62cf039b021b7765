package org.espalier.core.experiment;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.espalier.core.claim.Claim;

/**
 * An experiment file, read but not yet checked against the installed extensions.
 *
 * @param id       e.g. {@code gndnets/cora}
 * @param title    one line
 * @param paper    id of the paper's card
 * @param source   file, or bundle and entry
 * @param text     the file's content
 * @param stages   names, in order
 * @param values   what the stages say, keys starting with the stage's name
 * @param seeds    seeds of the trials
 * @param variants overrides by name; empty if there is only one way
 * @param sweep    values to try, by full key
 * @param claims   what should come out
 */
public record Experiment(String id, String title, Optional<String> paper, String source, String text, List<String> stages, Layer values, List<Long> seeds,
        Map<String, Layer> variants, Map<String, List<String>> sweep, List<Claim> claims) {
}
