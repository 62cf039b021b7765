package org.espalier.core.experiment;

import java.util.List;
import java.util.Map;

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
}
