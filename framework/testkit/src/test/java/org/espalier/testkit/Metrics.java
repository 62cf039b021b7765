package org.espalier.testkit;

import java.util.Arrays;

import org.espalier.api.config.Param;
import org.espalier.api.metric.Direction;
import org.espalier.api.metric.Metric;
import org.espalier.api.metric.Predictions.Values;

import jakarta.inject.Inject;

/** Metrics to try the contract with. */
final class Metrics {
    private Metrics() {
    }

    static class Bias implements Metric<Values> {
        @Override
        public double of(Values predictions) {
            double sum = 0;
            for (int i = 0; i < predictions.size(); i++) {
                sum += Math.abs(predictions.truth()[i] - predictions.predicted()[i]);
            }
            return sum / predictions.size();
        }

        @Override
        public Direction direction() {
            return Direction.LOWER_IS_BETTER;
        }
    }

    static final class Wrong extends Bias {
        @Override
        public double of(Values predictions) {
            Arrays.sort(predictions.predicted());
            return predictions.size() == 0 ? 0 : super.of(predictions);
        }

        @Override
        public Direction direction() {
            return Direction.HIGHER_IS_BETTER;
        }
    }

    record Reserved(@Param(value = "What to use", def = "all") String use) {
    }

    static final class ReservedKey extends Bias {
        @Inject
        ReservedKey(Reserved parameters) {
        }
    }

    record OutOfRange(@Param(value = "A share", def = "2", min = 0, max = 1) double share) {
    }

    static final class DefaultOutOfRange extends Bias {
        @Inject
        DefaultOutOfRange(OutOfRange parameters) {
        }
    }

    static class OfRightOne extends ValueMetricContract {
        @Override
        protected Class<? extends Metric<Values>> extension() {
            return Bias.class;
        }
    }

    static class OfWrongOne extends ValueMetricContract {
        @Override
        protected Class<? extends Metric<Values>> extension() {
            return Wrong.class;
        }
    }

    static class OfReservedKey extends ValueMetricContract {
        @Override
        protected Class<? extends Metric<Values>> extension() {
            return ReservedKey.class;
        }
    }

    static class OfDefaultOutOfRange extends ValueMetricContract {
        @Override
        protected Class<? extends Metric<Values>> extension() {
            return DefaultOutOfRange.class;
        }
    }
}
