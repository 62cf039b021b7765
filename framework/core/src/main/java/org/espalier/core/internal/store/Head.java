package org.espalier.core.internal.store;

import java.util.List;

/**
 * The head of a run, kept in {@code run.json}.
 *
 * @param id         full id
 * @param experiment the experiment's id
 * @param title      its title
 * @param paper      the paper's id, or null
 * @param overrides  as typed
 * @param trials     ids of all trials, in the plan's order
 * @param started    ISO instant
 * @param ended      ISO instant, or null
 * @param outcome    name of the outcome, or null
 */
record Head(String id, String experiment, String title, String paper, List<String> overrides, List<String> trials, String started, String ended, String outcome) {
    Head ended(String when, String how) {
        return new Head(id, experiment, title, paper, overrides, trials, started, when, how);
    }
}
