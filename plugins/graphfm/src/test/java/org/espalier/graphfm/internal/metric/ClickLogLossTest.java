package org.espalier.graphfm.internal.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.espalier.api.metric.Metric;
import org.espalier.api.metric.Predictions.ClassScores;
import org.espalier.testkit.ClassMetricContract;
import org.junit.jupiter.api.Test;

class ClickLogLossTest extends ClassMetricContract {
    @Override
    protected Class<? extends Metric<ClassScores>> extension() {
        return ClickLogLoss.class;
    }

    @Test
    void noRowCostsMoreThanItsClippedProbability() {
        assertEquals(-Math.log(1e-6), new ClickLogLoss().of(new ClassScores(new int[] {1}, new double[] {0, -1000}, 2)), 1e-12);
        assertEquals(-Math.log(1 - 1e-6), new ClickLogLoss().of(new ClassScores(new int[] {0}, new double[] {0, -1000}, 2)), 1e-12);
    }
}
