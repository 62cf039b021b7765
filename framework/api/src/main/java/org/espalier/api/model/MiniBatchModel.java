package org.espalier.api.model;

import java.util.Map;

import org.espalier.api.dataset.Part;
import org.espalier.api.metric.Predictions;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A model whose steps see a few examples at a time.
 *
 * @param <D> the data kind it takes
 */
@ConsumerType
public interface MiniBatchModel<D> extends Model<D> {
    /** Name of this form in annotations. */
    String FORM = "mini-batch";

    /** Number of examples in a part. */
    int examples(D data, Part part);

    /** The computation over {@code batch} examples; placeholders as filled by {@link #batch}. Called on a compute thread, once per mode and batch size. */
    Network network(D data, Mode mode, int batch);

    /** The values of the placeholders for some examples of a part, by placeholder name. */
    Map<String, INDArray> batch(D data, Part part, int[] examples);

    /** What {@code output}, the evaluation network's output for these examples, says of them. */
    Predictions predictions(D data, Part part, int[] examples, INDArray output);
}
