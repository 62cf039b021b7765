package org.espalier.peerreview.internal.scoring;

import org.espalier.api.error.InputException;

/**
 * 1 - Pearson(w, G) over the models, and its gradients by both: with dw, dG the differences from the means, a = dw . dG, p = |dw|^2, q = |dG|^2 they are
 * -(dG / sqrt(pq) - a dw / (p sqrt(pq))) and the same with w and G exchanged.
 *
 * @param loss      in [0, 2]
 * @param byWeights gradient by w
 * @param byScores  gradient by G
 */
public record Consistency(double loss, double[] byWeights, double[] byScores) {

    /**
     * Consistency of two lists of values, of which the first {@code scores.length} correspond.
     *
     * @throws InputException if all weights or all scores are equal: then there is no correlation
     */
    public static Consistency of(double[] weights, double[] scores) {
        int m = scores.length;
        double[] dw = centred(weights, m);
        double[] dg = centred(scores, m);
        double p = dot(dw, dw);
        double q = dot(dg, dg);
        if (p == 0 || q == 0) {
            throw new InputException("The consistency of weights and scores is not defined, because all " + (p == 0 ? "weights" : "scores") + " of the " + m
                    + " models are equal" + (m < 2 ? "" : q == 0 ? ": the judgments tell no model from another (ties only?)" : "") + ". Give more judgments or more models");
        }
        double a = dot(dw, dg);
        double root = Math.sqrt(p * q);
        double[] byWeights = new double[m];
        double[] byScores = new double[m];
        for (int i = 0; i < m; i++) {
            byWeights[i] = -(dg[i] / root - a * dw[i] / (p * root));
            byScores[i] = -(dw[i] / root - a * dg[i] / (q * root));
        }
        return new Consistency(1 - a / root, byWeights, byScores);
    }

    private static double[] centred(double[] values, int count) {
        double mean = 0;
        for (int i = 0; i < count; i++) {
            mean += values[i] / count;
        }
        double[] centred = new double[count];
        boolean varies = false;
        for (int i = 0; i < count; i++) {
            centred[i] = values[i] - mean;
            varies |= values[i] != values[0];
        }
        // equal values must give zeros, whatever the rounding of their mean
        return varies ? centred : new double[count];
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }
}
