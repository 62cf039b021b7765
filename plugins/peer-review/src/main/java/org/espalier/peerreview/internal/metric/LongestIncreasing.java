package org.espalier.peerreview.internal.metric;

import org.espalier.api.extension.MetricExtension;
import org.espalier.api.metric.Direction;
import org.espalier.api.metric.Predictions.Ranking;

/** Length of the longest increasing subsequence of true places in learned order. */
@MetricExtension(id = "lis", title = "Longest run of models in the right order, gaps allowed (LIS)", judges = Ranking.KIND)
public final class LongestIncreasing extends RankingMetric {
    public LongestIncreasing() {
        super(1, Direction.HIGHER_IS_BETTER, Order::longestIncreasing);
    }
}
