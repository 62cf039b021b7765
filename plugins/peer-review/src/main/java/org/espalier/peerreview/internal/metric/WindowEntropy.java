package org.espalier.peerreview.internal.metric;

import org.espalier.api.extension.MetricExtension;
import org.espalier.api.metric.Direction;
import org.espalier.api.metric.Predictions.Ranking;

/** Permutation entropy over contiguous windows of three, as in the paper's formula. */
@MetricExtension(id = "pen-window", title = "Permutation entropy over windows of three", judges = Ranking.KIND)
public final class WindowEntropy extends RankingMetric {
    public WindowEntropy() {
        super(3, Direction.LOWER_IS_BETTER, PermutationEntropy::window);
    }
}
