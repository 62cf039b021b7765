package org.espalier.compute.internal.update;

import org.espalier.api.compute.UpdateRule.Lamb;

/** {@link Lamb}: one pass for the moments and both norms, one to change the parameters. */
final class LambUpdate implements Update {
    /** Numbers of state that belong to an element: both moments. */
    static final int SLOTS = 2;
    private static final int PIECE = 2048;

    private final Lamb rule;
    private final Vectors vectors;
    private final Elements parameters;
    private final Elements gradients;
    private final Elements state;
    private final int length;
    private final double[] w = new double[PIECE];
    private final double[] g = new double[PIECE];
    private final double[] m = new double[PIECE];
    private final double[] v = new double[PIECE];
    private double correction1;
    private double correction2;

    LambUpdate(Lamb rule, Vectors vectors) {
        this.rule = rule;
        this.vectors = vectors;
        this.parameters = Elements.of(vectors.parameters());
        this.gradients = Elements.of(vectors.gradients());
        this.state = Elements.of(vectors.state());
        this.length = Math.toIntExact(vectors.length());
    }

    @Override
    public void apply(Step step) {
        correction1 = step.correction(rule.beta1());
        correction2 = step.correction(rule.beta2());
        for (Tensor tensor : vectors.tensors()) {
            int start = Math.toIntExact(tensor.offset());
            int end = start + tensor.length();
            double rate = step.rate() * ratio(step, start, end);
            for (int from = start; from < end; from += PIECE) {
                move(step, rate, from, Math.min(PIECE, end - from));
            }
        }
    }

    /** Updates the moments of a tensor. Returns the norm of the tensor over that of its direction. */
    private double ratio(Step step, int start, int end) {
        double ofParameters = 0;
        double ofDirection = 0;
        for (int from = start; from < end; from += PIECE) {
            int count = Math.min(PIECE, end - from);
            read(from, count);
            gradients.read(from, count, g);
            for (int i = 0; i < count; i++) {
                double gradient = step.scale() * g[i];
                m[i] = rule.beta1() * m[i] + (1 - rule.beta1()) * gradient;
                v[i] = rule.beta2() * v[i] + (1 - rule.beta2()) * gradient * gradient;
                double direction = direction(step, i);
                ofParameters += w[i] * w[i];
                ofDirection += direction * direction;
            }
            state.write(from, count, m);
            state.write(length + from, count, v);
        }
        return ofParameters > 0 && ofDirection > 0 ? Math.sqrt(ofParameters / ofDirection) : 1;
    }

    private void move(Step step, double rate, int from, int count) {
        read(from, count);
        for (int i = 0; i < count; i++) {
            w[i] -= rate * direction(step, i);
        }
        parameters.write(from, count, w);
    }

    private void read(int from, int count) {
        parameters.read(from, count, w);
        state.read(from, count, m);
        state.read(length + from, count, v);
    }

    private double direction(Step step, int i) {
        return m[i] / correction1 / (Math.sqrt(v[i] / correction2) + rule.epsilon()) + step.decay() * w[i];
    }
}
