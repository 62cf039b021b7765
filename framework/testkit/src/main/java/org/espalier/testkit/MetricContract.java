package org.espalier.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.espalier.api.metric.Direction;
import org.espalier.api.metric.Metric;
import org.espalier.api.metric.Predictions;
import org.junit.jupiter.api.Test;

/**
 * What a host expects of a metric.
 *
 * @param <P> the kind of predictions it judges
 */
public abstract class MetricContract<P extends Predictions> extends ExtensionContract {

    @Override
    protected abstract Class<? extends Metric<P>> extension();

    /** No predictions at all. */
    protected abstract P nothing();

    /** Predictions as good as they can be; fresh arrays at each call. */
    protected abstract P perfect();

    /** Predictions that are clearly worse; fresh arrays at each call. */
    protected abstract P poor();

    /** The numbers in predictions, e.g. scores. */
    protected abstract double[] numbers(P predictions);

    @Test
    void isNotANumberWithoutExamples() {
        assertTrue(Double.isNaN(metric().of(nothing())), "Of no examples nothing can be said: return NaN, which summaries leave out, not 0");
    }

    @Test
    void perfectPredictionsAreBetterThanPoorOnes() {
        double perfect = metric().of(perfect());
        double poor = metric().of(poor());
        boolean better = metric().direction() == Direction.HIGHER_IS_BETTER ? perfect > poor : perfect < poor;
        assertTrue(better, () -> "By " + metric().direction() + ", perfect predictions (" + perfect + ") should be better than poor ones (" + poor + ")");
    }

    @Test
    void samePredictionsGiveTheSameValue() {
        Metric<P> metric = metric();
        double first = metric.of(poor());
        metric.of(perfect());
        assertEquals(first, metric.of(poor()), "A metric must not remember what it judged before");
    }

    @Test
    void leavesThePredictionsAsTheyAre() {
        P predictions = poor();
        metric().of(predictions);
        assertArrayEquals(numbers(poor()), numbers(predictions), "The arrays of predictions are shared with other metrics: copy before sorting or scaling");
    }

    private Metric<P> metric() {
        return deviceless(1).make(extension(), settings());
    }
}
