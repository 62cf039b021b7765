package org.espalier.compute.internal.kernel;

import java.nio.FloatBuffer;

/** The entropy of row i is the sum over classes c of label[i, c] (log sum over k of e^logit[i, k] - logit[i, c]). */
final class CrossEntropy {
    private final FloatBuffer logits;
    private final FloatBuffer labels;
    private final int rows;
    private final int classes;
    private final Scratch scratch;
    private final float[] powers;
    private float[] x;
    private float[] y;
    private double powerSum;
    private double logSum;

    CrossEntropy(FloatBuffer logits, FloatBuffer labels, int rows, int classes, Scratch scratch) {
        this.logits = logits;
        this.labels = labels;
        this.rows = rows;
        this.classes = classes;
        this.scratch = scratch;
        this.powers = new float[classes];
    }

    /** The sum over rows. */
    double sum() {
        load();
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            sum += entropy(row);
        }
        return sum;
    }

    /** Writes {@code factor} times the entropy of each row. */
    void each(double factor, FloatBuffer result) {
        load();
        for (int row = 0; row < rows; row++) {
            result.put(row, (float) (factor * entropy(row)));
        }
    }

    /** Writes the gradients of {@code factor} times the sum, and returns the sum. */
    double gradients(double factor, FloatBuffer byLogits, FloatBuffer byLabels) {
        load();
        float[] byX = scratch.floats(2, rows * classes);
        float[] byY = scratch.floats(3, rows * classes);
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            sum += entropy(row);
            double labelSum = 0;
            for (int i = row * classes; i < (row + 1) * classes; i++) {
                labelSum += y[i];
            }
            double scale = labelSum / powerSum;
            for (int c = 0, i = row * classes; c < classes; c++, i++) {
                byX[i] = (float) (factor * (powers[c] * scale - y[i]));
                byY[i] = (float) (factor * (logSum - x[i]));
            }
        }
        byLogits.put(0, byX, 0, rows * classes);
        byLabels.put(0, byY, 0, rows * classes);
        return sum;
    }

    private void load() {
        x = scratch.floats(0, rows * classes);
        y = scratch.floats(1, rows * classes);
        logits.get(0, x, 0, rows * classes);
        labels.get(0, y, 0, rows * classes);
    }

    /** The entropy of a row; leaves the powers of its logits, their sum and its logarithm behind. */
    private double entropy(int row) {
        int from = row * classes;
        float largest = x[from];
        for (int i = from; i < from + classes; i++) {
            largest = Math.max(largest, x[i]);
        }
        powerSum = 0;
        for (int c = 0; c < classes; c++) {
            powers[c] = Fast.exp(x[from + c] - largest);
            powerSum += powers[c];
        }
        logSum = largest + Math.log(powerSum);
        double entropy = 0;
        for (int i = from; i < from + classes; i++) {
            entropy += y[i] * (logSum - x[i]);
        }
        return entropy;
    }
}
