package org.espalier.standard.internal.metric;

import org.espalier.api.extension.MetricExtension;
import org.espalier.api.metric.Direction;
import org.espalier.api.metric.Metric;
import org.espalier.api.metric.Predictions.ClassScores;

/**
 * Mean over classes of F1 = 2 TP / (2 TP + FP + FN), the harmonic mean of precision and recall. Classes that neither occur nor are predicted
 * have no F1 and are left out. NaN without examples.
 */
@MetricExtension(id = "macro-f1", title = "F1, mean over classes", judges = ClassScores.KIND)
public final class MacroF1 implements Metric<ClassScores> {
    @Override
    public double of(ClassScores predictions) {
        Contingency table = Contingency.of(predictions);
        double sum = 0;
        int defined = 0;
        for (int c = 0; c < table.classes(); c++) {
            long occurrences = table.truths()[c] + table.predicted()[c];
            if (occurrences > 0) {
                sum += 2.0 * table.counts()[c][c] / occurrences;
                defined++;
            }
        }
        return sum / defined;
    }

    @Override
    public Direction direction() {
        return Direction.HIGHER_IS_BETTER;
    }
}
