package org.espalier.compute.internal.update;

import org.espalier.api.compute.UpdateRule.Adam;
import org.espalier.api.compute.UpdateRule.AdamW;

/** {@link Adam} and {@link AdamW}, which differ in where epsilon and the decay go. */
final class AdamFormula implements Formula {
    private final double beta1;
    private final double beta2;
    private final double epsilon;
    private final boolean decoupled;

    AdamFormula(Adam rule) {
        this(rule.beta1(), rule.beta2(), rule.epsilon(), false);
    }

    AdamFormula(AdamW rule) {
        this(rule.beta1(), rule.beta2(), rule.epsilon(), true);
    }

    private AdamFormula(double beta1, double beta2, double epsilon, boolean decoupled) {
        this.beta1 = beta1;
        this.beta2 = beta2;
        this.epsilon = epsilon;
        this.decoupled = decoupled;
    }

    @Override
    public int slots() {
        return 2;
    }

    @Override
    public void apply(Step step, float[] w, float[] g, float[][] s, int count) {
        float[] m = s[0];
        float[] v = s[1];
        float b1 = (float) beta1;
        float b2 = (float) beta2;
        float new1 = (float) (1 - beta1); // 1 less the rounded 0.999 would be off by one part in 80,000
        float new2 = (float) (1 - beta2);
        float rate = (float) rate(step);
        float floor = (float) floor(step);
        float scale = (float) step.scale();
        float coupled = (float) coupled(step);
        float kept = (float) kept(step);
        for (int i = 0; i < count; i++) {
            float gradient = scale * g[i] + coupled * w[i];
            m[i] = b1 * m[i] + new1 * gradient;
            v[i] = b2 * v[i] + new2 * gradient * gradient;
            w[i] = kept * w[i] - rate * m[i] / ((float) Math.sqrt(v[i]) + floor);
        }
    }

    @Override
    public void apply(Step step, double[] w, double[] g, double[][] s, int count) {
        double[] m = s[0];
        double[] v = s[1];
        double rate = rate(step);
        double floor = floor(step);
        double scale = step.scale();
        double coupled = coupled(step);
        double kept = kept(step);
        for (int i = 0; i < count; i++) {
            double gradient = scale * g[i] + coupled * w[i];
            m[i] = beta1 * m[i] + (1 - beta1) * gradient;
            v[i] = beta2 * v[i] + (1 - beta2) * gradient * gradient;
            w[i] = kept * w[i] - rate * m[i] / (Math.sqrt(v[i]) + floor);
        }
    }

    /** The rate with both moments' corrections, so that the loop need not make them. */
    private double rate(Step step) {
        return step.rate() * Math.sqrt(step.correction(beta2)) / step.correction(beta1);
    }

    /** Epsilon added to the corrected root is epsilon times the root of the correction added to the uncorrected one. */
    private double floor(Step step) {
        return decoupled ? epsilon * Math.sqrt(step.correction(beta2)) : epsilon;
    }

    private double coupled(Step step) {
        return decoupled ? 0 : step.decay();
    }

    private double kept(Step step) {
        return decoupled ? 1 - step.rate() * step.decay() : 1;
    }
}
