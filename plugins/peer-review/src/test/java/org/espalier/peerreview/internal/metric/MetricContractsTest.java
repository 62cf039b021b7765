package org.espalier.peerreview.internal.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.espalier.api.metric.Metric;
import org.espalier.api.metric.Predictions.Ranking;
import org.espalier.testkit.MetricContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MetricContractsTest {

    abstract static class RankingContract extends MetricContract<Ranking> {
        private static final List<String> NAMES = List.of("a", "b", "c", "d", "e");

        @Override
        protected Ranking nothing() {
            return new Ranking(List.of(), new double[0], new int[0]);
        }

        @Override
        protected Ranking perfect() {
            return new Ranking(NAMES, new double[] {5, 4, 3, 2, 1}, new int[] {0, 1, 2, 3, 4});
        }

        @Override
        protected Ranking poor() {
            return new Ranking(NAMES, new double[] {1, 5, 2, 4, 3}, new int[] {0, 4, 2, 3, 1});
        }

        @Override
        protected double[] numbers(Ranking ranking) {
            return ranking.scores();
        }
    }

    @Nested
    class OfInversions extends RankingContract {
        @Override
        protected Class<? extends Metric<Ranking>> extension() {
            return Inversions.class;
        }
    }

    @Nested
    class OfLongestIncreasing extends RankingContract {
        @Override
        protected Class<? extends Metric<Ranking>> extension() {
            return LongestIncreasing.class;
        }
    }

    @Nested
    class OfSpearman extends RankingContract {
        @Override
        protected Class<? extends Metric<Ranking>> extension() {
            return SpearmanCorrelation.class;
        }
    }

    @Nested
    class OfKendall extends RankingContract {
        @Override
        protected Class<? extends Metric<Ranking>> extension() {
            return KendallCorrelation.class;
        }
    }

    @Nested
    class OfEntropy extends RankingContract {
        @Override
        protected Class<? extends Metric<Ranking>> extension() {
            return Entropy.class;
        }
    }

    @Nested
    class OfWindowEntropy extends RankingContract {
        @Override
        protected Class<? extends Metric<Ranking>> extension() {
            return WindowEntropy.class;
        }
    }

    @Nested
    class OfSampledEntropy extends RankingContract {
        @Override
        protected Class<? extends Metric<Ranking>> extension() {
            return SampledEntropy.class;
        }
    }

    @Test
    void belowThreeRankedModelsOnlyTheEntropyIsUndefined() {
        Ranking two = new Ranking(List.of("a", "b", "c"), new double[] {3, 2, 1}, new int[] {1, 0, Ranking.UNKNOWN});
        assertTrue(Double.isNaN(new Entropy().of(two)));
        assertEquals(1, new Inversions().of(two));
        assertEquals(1, new LongestIncreasing().of(two));
        assertEquals(-1, new SpearmanCorrelation().of(two));
        assertEquals(-1, new KendallCorrelation().of(two));
    }

    @Test
    void entropyOfHundredsAgreesWithEnumeration() {
        int[] places = new Random(1).ints(0, 120).distinct().limit(120).toArray();
        assertEquals(PermutationEntropy.exact(places, 3), PermutationEntropy.exact(places), 1e-12);
    }

    @Test
    void sampledEntropyTendsToTheExactOne() {
        int[] places = new Random(1).ints(0, 60).distinct().limit(60).toArray();
        assertEquals(PermutationEntropy.exact(places), PermutationEntropy.sampled(places, new Random(2)), 0.01);
    }
}
