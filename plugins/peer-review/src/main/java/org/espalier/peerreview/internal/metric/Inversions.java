package org.espalier.peerreview.internal.metric;

import org.espalier.api.extension.MetricExtension;
import org.espalier.api.metric.Direction;
import org.espalier.api.metric.Predictions.Ranking;

/** Count of inversions: pairs of models that stand the wrong way round. */
@MetricExtension(id = "cin", title = "Pairs of models in the wrong order (CIN)", judges = Ranking.KIND)
public final class Inversions extends RankingMetric {
    public Inversions() {
        super(1, Direction.LOWER_IS_BETTER, Order::inversions);
    }
}
