package org.espalier.standard.internal.metric;

import org.espalier.api.metric.Metric;
import org.espalier.api.metric.Predictions.ClassScores;
import org.espalier.api.metric.Predictions.Values;
import org.espalier.testkit.ClassMetricContract;
import org.espalier.testkit.ValueMetricContract;
import org.junit.jupiter.api.Nested;

class MetricContractsTest {
    @Nested
    class OfAccuracy extends ClassMetricContract {
        @Override
        protected Class<? extends Metric<ClassScores>> extension() {
            return Accuracy.class;
        }
    }

    @Nested
    class OfMacroF1 extends ClassMetricContract {
        @Override
        protected Class<? extends Metric<ClassScores>> extension() {
            return MacroF1.class;
        }
    }

    @Nested
    class OfMicroF1 extends ClassMetricContract {
        @Override
        protected Class<? extends Metric<ClassScores>> extension() {
            return MicroF1.class;
        }
    }

    @Nested
    class OfAuc extends ClassMetricContract {
        @Override
        protected Class<? extends Metric<ClassScores>> extension() {
            return Auc.class;
        }
    }

    @Nested
    class OfLogLoss extends ClassMetricContract {
        @Override
        protected Class<? extends Metric<ClassScores>> extension() {
            return LogLoss.class;
        }
    }

    @Nested
    class OfNormalizedMutualInformation extends ClassMetricContract {
        @Override
        protected Class<? extends Metric<ClassScores>> extension() {
            return NormalizedMutualInformation.class;
        }
    }

    @Nested
    class OfAdjustedRandIndex extends ClassMetricContract {
        @Override
        protected Class<? extends Metric<ClassScores>> extension() {
            return AdjustedRandIndex.class;
        }
    }

    @Nested
    class OfMeanSquaredError extends ValueMetricContract {
        @Override
        protected Class<? extends Metric<Values>> extension() {
            return MeanSquaredError.class;
        }
    }

    @Nested
    class OfMeanAbsoluteError extends ValueMetricContract {
        @Override
        protected Class<? extends Metric<Values>> extension() {
            return MeanAbsoluteError.class;
        }
    }
}
