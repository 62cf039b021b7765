package org.espalier.core.claim;

import java.util.Map;

/**
 * A checkable statement about an experiment's results.
 *
 * @param id        short name
 * @param says      the statement in words
 * @param where     sweep keys (or endings of them) and the value that selects the trials
 * @param check     e.g. {@code mean(accuracy | gnd-slp) - mean(accuracy | gcn) >= 0.02}; of a metric, or of a trial's {@code seconds} or {@code memory} in bytes
 * @param published the published number with its place, or {@code not available}
 * @param line      where it stands in the experiment file
 */
public record Claim(String id, String says, Map<String, String> where, String check, String published, int line) {
}
