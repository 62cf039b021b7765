package org.espalier.api.run;

import java.util.Map;

import org.osgi.annotation.versioning.ProviderType;

/** Where a trainer tells how far it is, and learns that it should stop. */
@ProviderType
public interface Progress {
    /**
     * Reports a finished epoch: recorded with the run, shown live.
     *
     * @param epoch  epochs done, from 1
     * @param epochs epochs planned at most
     * @param values what was measured, e.g. {@code train-loss}; in the order to be shown
     * @throws java.util.concurrent.CancellationException if the run was stopped: let it pass
     */
    void epoch(int epoch, int epochs, Map<String, Double> values);

    /**
     * A place to stop at between reports. Call it at least every 100 ms.
     *
     * @throws java.util.concurrent.CancellationException if the run was stopped: let it pass
     */
    void check();

    /** Whether a stop was asked for and the trainer should write a checkpoint before its next {@link #check}. */
    boolean stopping();
}
