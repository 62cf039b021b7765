package org.espalier.core.internal.run;

import java.util.Map;

import org.espalier.api.run.Artefact;

/**
 * What a stage left behind.
 *
 * @param key       identifies everything that went into it
 * @param artefacts by name
 * @param metrics   by metric id
 * @param epochs    epochs done
 * @param memory    greatest native bytes held
 */
record StageOutcome(String key, Map<String, Artefact> artefacts, Map<String, Double> metrics, int epochs, long memory) {
}
