package org.espalier.standard.internal.metric;

import java.util.Arrays;

import org.espalier.api.extension.MetricExtension;
import org.espalier.api.metric.Direction;
import org.espalier.api.metric.Metric;
import org.espalier.api.metric.Predictions.ClassScores;

/**
 * How far true and predicted classes, seen as clusterings, agree on which pairs of examples belong together, beyond chance (Hubert and Arabie,
 * 1985): 0 as expected of random clusterings, 1 for equal ones. NaN where chance alone decides: fewer than two examples, or both one cluster.
 */
@MetricExtension(id = "ari", title = "Adjusted Rand index", judges = ClassScores.KIND)
public final class AdjustedRandIndex implements Metric<ClassScores> {
    @Override
    public double of(ClassScores predictions) {
        Contingency table = Contingency.of(predictions);
        double together = Arrays.stream(table.counts()).mapToDouble(AdjustedRandIndex::pairs).sum();
        double truth = pairs(table.truths());
        double predicted = pairs(table.predicted());
        double expected = truth * predicted / pairs(table.examples());
        return (together - expected) / ((truth + predicted) / 2 - expected);
    }

    @Override
    public Direction direction() {
        return Direction.HIGHER_IS_BETTER;
    }

    private static double pairs(long... counts) {
        return Arrays.stream(counts).mapToDouble(n -> n * (n - 1) / 2.0).sum();
    }
}
