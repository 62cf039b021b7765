package org.espalier.core.experiment;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One variant at one sweep point with one seed.
 *
 * @param id      e.g. {@code gcn,labels-per-class=5,seed=3}; unique within the run, usable as a file name
 * @param variant name of the variant; empty if the experiment has none
 * @param point   the sweep's keys (shortened to their last segment where unique) and values, in order
 * @param seed    the seed
 * @param stages  what to do, in order
 */
public record Trial(String id, String variant, Map<String, String> point, long seed, List<Stage> stages) {

    /** Variant and sweep point without the seed, e.g. {@code gcn,labels-per-class=5}; empty if there is neither. */
    public String label() {
        return Stream.concat(Stream.of(variant).filter(name -> !name.isEmpty()), point.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()))
                .collect(Collectors.joining(","));
    }
}
