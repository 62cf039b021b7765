package org.espalier.compute.internal.update;

import org.espalier.api.compute.UpdateRule.Momentum;

/** {@link Momentum}: both kinds are w += a v - b r g, with a = 1 and b = 0, or a = momentum and b = 1. */
final class MomentumFormula implements Formula {
    private final double momentum;
    private final double ofVelocity;
    private final double ofGradient;

    MomentumFormula(Momentum rule) {
        momentum = rule.momentum();
        ofVelocity = rule.nesterov() ? rule.momentum() : 1;
        ofGradient = rule.nesterov() ? 1 : 0;
    }

    @Override
    public int slots() {
        return 1;
    }

    @Override
    public void apply(Step step, float[] w, float[] g, float[][] s, int count) {
        float[] v = s[0];
        float kept = (float) momentum;
        float a = (float) ofVelocity;
        float b = (float) ofGradient;
        float rate = (float) (step.rate() * step.scale());
        float decay = (float) (step.rate() * step.decay());
        for (int i = 0; i < count; i++) {
            float move = rate * g[i] + decay * w[i];
            v[i] = kept * v[i] - move;
            w[i] += a * v[i] - b * move;
        }
    }

    @Override
    public void apply(Step step, double[] w, double[] g, double[][] s, int count) {
        double[] v = s[0];
        double rate = step.rate() * step.scale();
        double decay = step.rate() * step.decay();
        for (int i = 0; i < count; i++) {
            double move = rate * g[i] + decay * w[i];
            v[i] = momentum * v[i] - move;
            w[i] += ofVelocity * v[i] - ofGradient * move;
        }
    }
}
