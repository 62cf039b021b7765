package org.espalier.peerreview.internal.metric;

import org.espalier.api.extension.MetricExtension;
import org.espalier.api.metric.Direction;
import org.espalier.api.metric.Predictions.Ranking;

/** Spearman's rank correlation of learned and true order. */
@MetricExtension(id = "spearman", title = "Spearman's rank correlation", judges = Ranking.KIND)
public final class SpearmanCorrelation extends RankingMetric {
    public SpearmanCorrelation() {
        super(2, Direction.HIGHER_IS_BETTER, Order::spearman);
    }
}
