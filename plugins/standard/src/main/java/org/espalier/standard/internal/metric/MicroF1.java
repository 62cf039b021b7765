package org.espalier.standard.internal.metric;

import org.espalier.api.extension.MetricExtension;
import org.espalier.api.metric.Direction;
import org.espalier.api.metric.Metric;
import org.espalier.api.metric.Predictions.ClassScores;

/**
 * F1 of all classes' counts taken together. Every wrong example is one false positive and one false negative, so for examples of
 * exactly one class this is the {@link Accuracy}. NaN without examples.
 */
@MetricExtension(id = "micro-f1", title = "F1 over all examples", judges = ClassScores.KIND)
public final class MicroF1 implements Metric<ClassScores> {
    @Override
    public double of(ClassScores predictions) {
        return new Accuracy().of(predictions);
    }

    @Override
    public Direction direction() {
        return Direction.HIGHER_IS_BETTER;
    }
}
