package org.espalier.compute.internal.update;

import org.espalier.api.compute.UpdateRule.Lars;

/** {@link Lars}: one pass for both norms, one to change the parameters. */
final class LarsUpdate implements Update {
    /** Numbers of state that belong to an element: the velocity. */
    static final int SLOTS = 1;
    private static final int PIECE = 2048;

    private final Lars rule;
    private final Vectors vectors;
    private final Elements parameters;
    private final Elements gradients;
    private final Elements state;
    private final double[] w = new double[PIECE];
    private final double[] g = new double[PIECE];
    private final double[] v = new double[PIECE];

    LarsUpdate(Lars rule, Vectors vectors) {
        this.rule = rule;
        this.vectors = vectors;
        this.parameters = Elements.of(vectors.parameters());
        this.gradients = Elements.of(vectors.gradients());
        this.state = Elements.of(vectors.state());
    }

    @Override
    public void apply(Step step) {
        for (Tensor tensor : vectors.tensors()) {
            int start = Math.toIntExact(tensor.offset());
            int end = start + tensor.length();
            double rate = step.rate() * trust(step, start, end);
            for (int from = start; from < end; from += PIECE) {
                move(step, rate, from, Math.min(PIECE, end - from));
            }
        }
    }

    private double trust(Step step, int start, int end) {
        double ofParameters = 0;
        double ofGradient = 0;
        for (int from = start; from < end; from += PIECE) {
            int count = Math.min(PIECE, end - from);
            parameters.read(from, count, w);
            gradients.read(from, count, g);
            for (int i = 0; i < count; i++) {
                ofParameters += w[i] * w[i];
                ofGradient += g[i] * g[i];
            }
        }
        double norm = Math.sqrt(ofParameters);
        double slope = step.scale() * Math.sqrt(ofGradient);
        return norm > 0 && slope > 0 ? rule.trust() * norm / (slope + step.decay() * norm) : 1;
    }

    private void move(Step step, double rate, int from, int count) {
        parameters.read(from, count, w);
        gradients.read(from, count, g);
        state.read(from, count, v);
        for (int i = 0; i < count; i++) {
            v[i] = rule.momentum() * v[i] + rate * (step.scale() * g[i] + step.decay() * w[i]);
            w[i] -= v[i];
        }
        state.write(from, count, v);
        parameters.write(from, count, w);
    }
}
