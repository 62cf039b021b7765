package org.espalier.api.trainer;

import org.espalier.api.dataset.Part;
import org.espalier.api.metric.Predictions;
import org.osgi.annotation.versioning.ConsumerType;

/** A model after training, on the data it was trained with. Valid until the trial's lease is given back. */
@ConsumerType
public interface Trained {
    /** What the model says of one part of the data. Called on the trial's compute thread. */
    Predictions predict(Part part);
}
