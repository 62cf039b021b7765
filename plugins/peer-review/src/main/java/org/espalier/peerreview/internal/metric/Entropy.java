package org.espalier.peerreview.internal.metric;

import org.espalier.api.extension.MetricExtension;
import org.espalier.api.metric.Direction;
import org.espalier.api.metric.Predictions.Ranking;

/** Permutation entropy over all triples: what the paper's sampled numbers tend to. */
@MetricExtension(id = "pen", title = "Permutation entropy over all triples (PEN)", judges = Ranking.KIND)
public final class Entropy extends RankingMetric {
    public Entropy() {
        super(3, Direction.LOWER_IS_BETTER, PermutationEntropy::exact);
    }
}
