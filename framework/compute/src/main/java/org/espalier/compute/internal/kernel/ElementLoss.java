package org.espalier.compute.internal.kernel;

import java.util.Map;

/** A loss of a prediction x and a label y, with a number t. */
interface ElementLoss {
    /** By ND4J's names. */
    Map<String, ElementLoss> ALL = Map.of("sigm_cross_entropy_loss", new SigmoidCrossEntropy(), "log_loss", new LogLoss(), "mean_sqerr_loss", new SquaredError(),
            "absolute_difference_loss", new AbsoluteDifference(), "huber_loss", new Huber());

    Term value(Term x, Term y, double t);

    Term byPrediction(Term x, Term y, double t);

    Term byLabel(Term x, Term y, double t);

    /** log(1 + e^x) - x s, where s is the label moved towards 1/2. */
    final class SigmoidCrossEntropy implements ElementLoss {
        @Override
        public Term value(Term x, Term y, double t) {
            return x.softplus().minus(x.times(smooth(y, t)));
        }

        @Override
        public Term byPrediction(Term x, Term y, double t) {
            return x.sigmoid().minus(smooth(y, t));
        }

        @Override
        public Term byLabel(Term x, Term y, double t) {
            return x.times(t - 1);
        }

        private static Term smooth(Term y, double t) {
            return y.times(1 - t).plus(0.5 * t);
        }
    }

    /** -y log(x + t) - (1 - y) log(1 - x + t). */
    final class LogLoss implements ElementLoss {
        @Override
        public Term value(Term x, Term y, double t) {
            return y.times(x.plus(t).log()).plus(y.from(1).times(x.from(1).plus(t).log())).negative();
        }

        @Override
        public Term byPrediction(Term x, Term y, double t) {
            return y.from(1).over(x.from(1).plus(t)).minus(y.over(x.plus(t)));
        }

        @Override
        public Term byLabel(Term x, Term y, double t) {
            return x.from(1).plus(t).log().minus(x.plus(t).log());
        }
    }

    /** (x - y)^2. */
    final class SquaredError implements ElementLoss {
        @Override
        public Term value(Term x, Term y, double t) {
            return x.minus(y).square();
        }

        @Override
        public Term byPrediction(Term x, Term y, double t) {
            return x.minus(y).times(2);
        }

        @Override
        public Term byLabel(Term x, Term y, double t) {
            return x.minus(y).times(-2);
        }
    }

    /** |x - y|. */
    final class AbsoluteDifference implements ElementLoss {
        @Override
        public Term value(Term x, Term y, double t) {
            return x.minus(y).abs();
        }

        @Override
        public Term byPrediction(Term x, Term y, double t) {
            return x.minus(y).sign();
        }

        @Override
        public Term byLabel(Term x, Term y, double t) {
            return x.minus(y).sign().negative();
        }
    }

    /** Huber, Robust estimation of a location parameter (1964): d^2 / 2 for |d| up to t, t |d| - t^2 / 2 beyond, with d = x - y. */
    final class Huber implements ElementLoss {
        @Override
        public Term value(Term x, Term y, double t) {
            Term distance = x.minus(y).abs();
            Term inside = distance.min(t);
            return inside.square().times(0.5).plus(distance.minus(inside).times(t));
        }

        @Override
        public Term byPrediction(Term x, Term y, double t) {
            return x.minus(y).max(-t).min(t);
        }

        @Override
        public Term byLabel(Term x, Term y, double t) {
            return byPrediction(x, y, t).negative();
        }
    }
}
