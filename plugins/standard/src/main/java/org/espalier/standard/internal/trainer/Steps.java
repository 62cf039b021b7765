package org.espalier.standard.internal.trainer;

import org.espalier.api.compute.OptimizerState;
import org.espalier.api.compute.Parameters;
import org.espalier.api.dataset.Part;
import org.espalier.api.inspection.Inspector;
import org.espalier.api.metric.Predictions;

/** A model and its data on a lease, as far as the {@link TrainingLoop} needs to know. */
interface Steps {
    /** What training changes. */
    Parameters parameters();

    /** How far training has come. */
    OptimizerState optimizer();

    /** Steps in an epoch, at least 1. */
    int perEpoch();

    /**
     * Updates the parameters once.
     *
     * @param epoch epoch, from 1
     * @param step  step within the epoch, from 0
     * @return the loss before the update
     */
    double step(int epoch, int step);

    /** Whether a part has examples. */
    boolean has(Part part);

    /**
     * What the parameters, as they are now, say of a part of the data.
     *
     * @param pause called between pieces of work; may throw to end it
     */
    Predictions predict(Part part, Runnable pause);

    /** Shows the values inside the evaluation network, as they are now, to an inspector. */
    void show(Inspector inspector, Runnable pause);
}
