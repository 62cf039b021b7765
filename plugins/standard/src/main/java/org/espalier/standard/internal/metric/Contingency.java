package org.espalier.standard.internal.metric;

import org.espalier.api.metric.Predictions.ClassScores;

/**
 * How often each class was taken for each.
 *
 * @param counts    examples of a true class (row) that were predicted to be of a class (column)
 * @param truths    row sums
 * @param predicted column sums
 * @param examples  sum of all
 */
record Contingency(long[][] counts, long[] truths, long[] predicted, long examples) {

    static Contingency of(ClassScores predictions) {
        int classes = predictions.classes();
        long[][] counts = new long[classes][classes];
        long[] truths = new long[classes];
        long[] predicted = new long[classes];
        for (int i = 0; i < predictions.size(); i++) {
            int truth = predictions.truth()[i];
            int guess = predictions.predicted(i);
            counts[truth][guess]++;
            truths[truth]++;
            predicted[guess]++;
        }
        return new Contingency(counts, truths, predicted, predictions.size());
    }

    int classes() {
        return truths.length;
    }
}
