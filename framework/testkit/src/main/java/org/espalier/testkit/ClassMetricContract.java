package org.espalier.testkit;

import org.espalier.api.metric.Predictions.ClassScores;

/** {@link MetricContract} with example predictions of classes. */
public abstract class ClassMetricContract extends MetricContract<ClassScores> {
    private static final int[] TRUTH = {0, 1, 0, 1, 1, 0};

    @Override
    protected ClassScores nothing() {
        return new ClassScores(new int[0], new double[0], 2);
    }

    @Override
    protected ClassScores perfect() {
        return new ClassScores(TRUTH, new double[] {2, -2, -2, 2, 2, -2, -2, 2, -2, 2, 2, -2}, 2);
    }

    @Override
    protected ClassScores poor() {
        return new ClassScores(TRUTH, new double[] {-1, 1, 0.5, 0, 1, 0, -2, 2, 3, 1, 0, 1}, 2);
    }

    @Override
    protected double[] numbers(ClassScores predictions) {
        return predictions.scores();
    }
}
