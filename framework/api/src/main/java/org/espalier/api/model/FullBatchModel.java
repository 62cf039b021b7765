package org.espalier.api.model;

import org.espalier.api.dataset.Part;
import org.espalier.api.metric.Predictions;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A model whose every step sees the whole data set, as transductive graph networks do.
 *
 * @param <D> the data kind it takes
 */
@ConsumerType
public interface FullBatchModel<D> extends Model<D> {
    /** Name of this form in annotations. */
    String FORM = "full-batch";

    /** The computation over all of {@code data}. Called on a compute thread, once per mode. */
    Network network(D data, Mode mode);

    /** What {@code output}, the value of the evaluation network's output, says of one part of the data. */
    Predictions predictions(D data, Part part, INDArray output);
}
