package org.espalier.peerreview.internal.metric;

import java.util.function.ToDoubleFunction;

import org.espalier.api.metric.Direction;
import org.espalier.api.metric.Metric;
import org.espalier.api.metric.Predictions.Ranking;

/** A measure of the true places in learned order; models without a true place are left out. NaN if fewer are left than it needs. */
abstract class RankingMetric implements Metric<Ranking> {
    private final int least;
    private final Direction direction;
    private final ToDoubleFunction<int[]> measure;

    /** @param least models it needs */
    RankingMetric(int least, Direction direction, ToDoubleFunction<int[]> measure) {
        this.least = least;
        this.direction = direction;
        this.measure = measure;
    }

    @Override
    public final double of(Ranking ranking) {
        int[] places = Places.of(ranking);
        return places.length < least ? Double.NaN : measure.applyAsDouble(places);
    }

    @Override
    public final Direction direction() {
        return direction;
    }
}
