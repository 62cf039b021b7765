package org.espalier.graphfm.internal.metric;

import org.espalier.api.extension.MetricExtension;
import org.espalier.api.metric.Direction;
import org.espalier.api.metric.Metric;
import org.espalier.api.metric.Predictions.ClassScores;

/**
 * Mean of -ln p, p being the probability given to the true class, clipped to [1e-6, 1 - 1e-6] as in the paper's protocol: no row costs more than 13.8. In nats; NaN without
 * examples. For two classes.
 */
@MetricExtension(id = "click-log-loss", title = "Log loss of two classes, probabilities clipped to [1e-6, 1 - 1e-6]", judges = ClassScores.KIND)
public final class ClickLogLoss implements Metric<ClassScores> {
    private static final double LEAST = 1e-6;

    @Override
    public double of(ClassScores predictions) {
        if (predictions.classes() != 2) {
            return Double.NaN;
        }
        double sum = 0;
        for (int i = 0; i < predictions.size(); i++) {
            double forTruth = (predictions.scores()[2 * i + 1] - predictions.scores()[2 * i]) * (predictions.truth()[i] == 1 ? 1 : -1);
            double p = 1 / (1 + Math.exp(-forTruth));
            sum -= Math.log(Math.min(Math.max(p, LEAST), 1 - LEAST));
        }
        return sum / predictions.size();
    }

    @Override
    public String whyUndefined(ClassScores predictions) {
        return predictions.classes() == 2 ? "there are no examples" : "it is for two classes, and there are " + predictions.classes();
    }

    @Override
    public Direction direction() {
        return Direction.LOWER_IS_BETTER;
    }
}
