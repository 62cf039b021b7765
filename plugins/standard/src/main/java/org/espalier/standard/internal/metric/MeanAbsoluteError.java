package org.espalier.standard.internal.metric;

import org.espalier.api.extension.MetricExtension;
import org.espalier.api.metric.Direction;
import org.espalier.api.metric.Metric;
import org.espalier.api.metric.Predictions.Values;

/** Mean of |truth - predicted|. NaN without examples. */
@MetricExtension(id = "mae", title = "Mean absolute error", judges = Values.KIND)
public final class MeanAbsoluteError implements Metric<Values> {
    @Override
    public double of(Values predictions) {
        double sum = 0;
        for (int i = 0; i < predictions.size(); i++) {
            double gap = predictions.truth()[i] - predictions.predicted()[i];
            sum += Math.abs(gap);
        }
        return sum / predictions.size();
    }

    @Override
    public Direction direction() {
        return Direction.LOWER_IS_BETTER;
    }
}
