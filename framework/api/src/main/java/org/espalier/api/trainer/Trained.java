package org.espalier.api.trainer;

import org.espalier.api.dataset.Part;
import org.espalier.api.error.InputException;
import org.espalier.api.inspection.Inspector;
import org.espalier.api.metric.Predictions;
import org.osgi.annotation.versioning.ConsumerType;

/** A model after training, on the data it was trained with. Valid until the trial's lease is given back. */
@ConsumerType
public interface Trained {
    /** What the model says of one part of the data. Called on the trial's compute thread. */
    Predictions predict(Part part);

    /** Shows the model's inner values to an inspector; the host then asks it for its report. Called on the trial's compute thread. */
    default void inspect(Inspector inspector) {
        throw new InputException("Nothing can be looked at: the trainer of this stage does not show a model's inner values. Choose another trainer, or switch the model's inspection off.");
    }
}
