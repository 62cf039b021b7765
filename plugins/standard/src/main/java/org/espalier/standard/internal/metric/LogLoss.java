package org.espalier.standard.internal.metric;

import org.espalier.api.extension.MetricExtension;
import org.espalier.api.metric.Direction;
import org.espalier.api.metric.Metric;
import org.espalier.api.metric.Predictions.ClassScores;

/** Mean of -log softmax(scores)[truth], in nats: the cross-entropy. NaN without examples. */
@MetricExtension(id = "log-loss", title = "Mean cross-entropy", judges = ClassScores.KIND)
public final class LogLoss implements Metric<ClassScores> {
    @Override
    public double of(ClassScores predictions) {
        int classes = predictions.classes();
        double sum = 0;
        for (int i = 0; i < predictions.size(); i++) {
            int from = i * classes;
            sum += LogSum.exp(predictions.scores(), from, from + classes, -1) - predictions.scores()[from + predictions.truth()[i]];
        }
        return sum / predictions.size();
    }

    @Override
    public Direction direction() {
        return Direction.LOWER_IS_BETTER;
    }
}
