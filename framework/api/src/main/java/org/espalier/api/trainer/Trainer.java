package org.espalier.api.trainer;

import org.espalier.api.model.Model;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Fits models. Made once per trial; its constructor may ask for the parameters record, the {@link org.espalier.api.compute.Lease}, and
 * everything in {@link org.espalier.api.run}.
 *
 * @param <M> the form of models it trains
 * @param <D> the data kind, or {@code Object}-wide if it leaves the data to the model
 */
@ConsumerType
public interface Trainer<M extends Model<D>, D> {
    /**
     * Trains the model. Called on a compute thread of the trial's lease; reports every epoch to {@link org.espalier.api.run.Progress}, which
     * also tells when to stop.
     *
     * @throws org.espalier.api.error.DivergedException        if training leaves the finite numbers
     * @throws java.util.concurrent.CancellationException if the run was stopped
     */
    Trained train(M model, D data);
}
