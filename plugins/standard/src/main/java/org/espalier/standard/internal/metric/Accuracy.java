package org.espalier.standard.internal.metric;

import org.espalier.api.extension.MetricExtension;
import org.espalier.api.metric.Direction;
import org.espalier.api.metric.Metric;
import org.espalier.api.metric.Predictions.ClassScores;

/** Share of examples whose greatest score is their true class. NaN without examples. */
@MetricExtension(id = "accuracy", title = "Share of right classes", judges = ClassScores.KIND)
public final class Accuracy implements Metric<ClassScores> {
    @Override
    public double of(ClassScores predictions) {
        int right = 0;
        for (int i = 0; i < predictions.size(); i++) {
            if (predictions.predicted(i) == predictions.truth()[i]) {
                right++;
            }
        }
        return (double) right / predictions.size();
    }

    @Override
    public Direction direction() {
        return Direction.HIGHER_IS_BETTER;
    }
}
