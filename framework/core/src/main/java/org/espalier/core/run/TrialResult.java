package org.espalier.core.run;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a trial ended.
 *
 * @param trial   the trial's id
 * @param variant name of the variant; may be empty
 * @param point   sweep keys and values
 * @param seed    the seed
 * @param outcome how it ended
 * @param metrics by name on the test part, the last stage's plain, others' as {@code stage/metric}; empty unless completed
 * @param epochs  epochs done, over all stages
 * @param seconds wall time, over all stages
 * @param memory  greatest native bytes held
 * @param message why it failed, in a sentence; empty if completed
 */
public record TrialResult(String trial, String variant, Map<String, String> point, long seed, RunOutcome outcome, Map<String, Double> metrics, int epochs,
        double seconds, long memory, String message) {
    /** Variant and sweep point without the seed, e.g. {@code gcn,labels-per-class=5}; empty if there is neither. */
    public String label() {
        return Stream.concat(Stream.of(variant).filter(name -> !name.isEmpty()), point.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()))
                .collect(Collectors.joining(","));
    }
}
