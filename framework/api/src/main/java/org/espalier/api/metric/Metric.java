package org.espalier.api.metric;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Judges predictions by one number.
 *
 * @param <P> the kind of predictions, as named by {@link org.espalier.api.extension.MetricExtension#judges}
 */
@ConsumerType
public interface Metric<P extends Predictions> {
    /**
     * The metric's value; NaN if it is not defined for these predictions (no examples, one class only …).
     * Called on any thread; must not keep the arrays.
     */
    double of(P predictions);

    /** Why the value is NaN for these predictions, as words after "undefined: ". Asked for only if it is. */
    default String whyUndefined(P predictions) {
        return predictions.size() == 0 ? "there are no examples" : "it has no value for these " + predictions.size() + " examples";
    }

    Direction direction();
}
