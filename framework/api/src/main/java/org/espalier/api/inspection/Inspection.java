package org.espalier.api.inspection;

import org.osgi.annotation.versioning.ProviderType;

/** Takes what an inspector finds. */
@ProviderType
public interface Inspection {
    /**
     * A number that describes the trained model. It stands beside the metrics in results and claims.
     *
     * @param name like a metric's id, e.g. {@code mean-average-distance}; not the id of a metric of the experiment
     */
    void number(String name, double value);

    /**
     * Something to look at.
     *
     * @param name file name without extension, e.g. {@code edge-weights-layer-1}
     */
    void figure(String name, Figure figure);
}
