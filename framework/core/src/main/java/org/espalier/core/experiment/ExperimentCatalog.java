package org.espalier.core.experiment;

import java.util.List;

/** The experiments that bundles, the installation and the user offer. */
public interface ExperimentCatalog {
    /** All experiments of bundles and of the installation's {@code conf/experiments}, by id. Unreadable ones are left out here and named by {@link #problems}. */
    List<ExperimentInfo> list();

    /** Why experiments are missing from the list, one sentence each. */
    List<String> problems();

    /** The text of an experiment file. @throws org.espalier.api.error.InputException if unknown, with the nearest id */
    String text(String idOrFile);

    /** Reads an experiment by id or file. @throws org.espalier.api.error.InputException naming file, line and what was expected */
    Experiment load(String idOrFile);

    /**
     * Checks an experiment against everything installed and lays out its trials. Loads extension classes to learn their parameters, but touches no data and no device.
     *
     * @param overrides {@code key=value}, as typed
     * @throws org.espalier.api.error.InputException for any unknown extension or key, wrong value, or pair that does not fit
     */
    Plan plan(String idOrFile, List<String> overrides);
}
