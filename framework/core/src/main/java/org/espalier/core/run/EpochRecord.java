package org.espalier.core.run;

import java.util.Map;

/**
 * One reported epoch.
 *
 * @param trial   the trial's id
 * @param stage   the stage's name
 * @param epoch   from 1
 * @param epochs  planned at most
 * @param values  what was measured, in order
 * @param seconds since the stage's training began
 */
public record EpochRecord(String trial, String stage, int epoch, int epochs, Map<String, Double> values, double seconds) {
}
