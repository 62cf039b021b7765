package org.espalier.peerreview.internal.metric;

import org.espalier.api.extension.MetricExtension;
import org.espalier.api.metric.Direction;
import org.espalier.api.metric.Predictions.Ranking;

/** Kendall's rank correlation of learned and true order, 1 - 4 CIN / (m (m - 1)). */
@MetricExtension(id = "kendall", title = "Kendall's rank correlation (tau)", judges = Ranking.KIND)
public final class KendallCorrelation extends RankingMetric {
    public KendallCorrelation() {
        super(2, Direction.HIGHER_IS_BETTER, Order::kendall);
    }
}
