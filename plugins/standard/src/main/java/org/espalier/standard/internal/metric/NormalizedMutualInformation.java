package org.espalier.standard.internal.metric;

import org.espalier.api.extension.MetricExtension;
import org.espalier.api.metric.Direction;
import org.espalier.api.metric.Metric;
import org.espalier.api.metric.Predictions.ClassScores;

/**
 * I(T; P) / ((H(T) + H(P)) / 2) between the true classes T and the predicted ones P, whose names do not matter: the agreement of two
 * clusterings, 0 for independent and 1 for equal ones. NaN if both have one cluster only.
 */
@MetricExtension(id = "nmi", title = "Normalised mutual information", judges = ClassScores.KIND)
public final class NormalizedMutualInformation implements Metric<ClassScores> {
    @Override
    public double of(ClassScores predictions) {
        Contingency table = Contingency.of(predictions);
        double truth = entropy(table.truths(), table.examples());
        double predicted = entropy(table.predicted(), table.examples());
        return mutualInformation(table) / ((truth + predicted) / 2);
    }

    @Override
    public Direction direction() {
        return Direction.HIGHER_IS_BETTER;
    }

    private static double mutualInformation(Contingency table) {
        double sum = 0;
        for (int t = 0; t < table.classes(); t++) {
            for (int p = 0; p < table.classes(); p++) {
                double joint = table.counts()[t][p];
                if (joint > 0) {
                    sum += joint * Math.log(joint * table.examples() / table.truths()[t] / table.predicted()[p]);
                }
            }
        }
        return sum / table.examples();
    }

    private static double entropy(long[] counts, double examples) {
        double sum = 0;
        for (double count : counts) {
            if (count > 0) {
                sum -= count * Math.log(count / examples);
            }
        }
        return sum / examples;
    }
}
