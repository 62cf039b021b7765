package org.espalier.compute.internal.update;

/** {@link org.espalier.api.compute.UpdateRule.Sgd}. */
final class SgdFormula implements Formula {
    @Override
    public int slots() {
        return 0;
    }

    @Override
    public void apply(Step step, float[] w, float[] g, float[][] s, int count) {
        float rate = (float) (step.rate() * step.scale());
        float decay = (float) (step.rate() * step.decay());
        for (int i = 0; i < count; i++) {
            w[i] -= rate * g[i] + decay * w[i];
        }
    }

    @Override
    public void apply(Step step, double[] w, double[] g, double[][] s, int count) {
        double rate = step.rate() * step.scale();
        double decay = step.rate() * step.decay();
        for (int i = 0; i < count; i++) {
            w[i] -= rate * g[i] + decay * w[i];
        }
    }
}
