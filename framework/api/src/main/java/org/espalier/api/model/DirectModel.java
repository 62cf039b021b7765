package org.espalier.api.model;

import java.util.OptionalLong;

import org.espalier.api.dataset.Part;
import org.espalier.api.metric.Predictions;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A model that is not trained: it works out its answers from the training part as it is asked, as label propagation does. It uses no device.
 *
 * @param <D> the data kind it takes
 */
@ConsumerType
public interface DirectModel<D> extends Model<D> {
    /** Name of this form in annotations. */
    String FORM = "direct";

    /** What the model says of one part of the data, having seen the truth of the training part only. Called on a compute thread, at least once per part that is judged. */
    Predictions predictions(D data, Part part);

    @Override
    default OptionalLong nativeMemory(D data) {
        return OptionalLong.of(0);
    }
}
