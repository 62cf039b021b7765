package org.espalier.peerreview.internal.metric;

import org.espalier.api.extension.MetricExtension;
import org.espalier.api.metric.Direction;
import org.espalier.api.metric.Predictions.Ranking;
import org.espalier.api.run.RandomSource;

import jakarta.inject.Inject;

/** Permutation entropy over random triples, drawn by the trial's seed, as the paper's code has it. */
@MetricExtension(id = "pen-sampled", title = "Permutation entropy over random triples, as the paper's code has it", judges = Ranking.KIND)
public final class SampledEntropy extends RankingMetric {
    @Inject
    SampledEntropy(RandomSource random) {
        super(PermutationEntropy.TRIPLES, Direction.LOWER_IS_BETTER, places -> PermutationEntropy.sampled(places, random.generator("triples")));
    }
}
