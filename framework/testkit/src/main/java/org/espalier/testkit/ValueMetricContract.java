package org.espalier.testkit;

import org.espalier.api.metric.Predictions.Values;

/** {@link MetricContract} with example predictions of numbers. */
public abstract class ValueMetricContract extends MetricContract<Values> {
    @Override
    protected Values nothing() {
        return new Values(new double[0], new double[0]);
    }

    @Override
    protected Values perfect() {
        return new Values(new double[] {3, -1, 2, 0.5}, new double[] {3, -1, 2, 0.5});
    }

    @Override
    protected Values poor() {
        return new Values(new double[] {3, -1, 2, 0.5}, new double[] {1, 1, 2.5, 0});
    }

    @Override
    protected double[] numbers(Values predictions) {
        return predictions.predicted();
    }
}
