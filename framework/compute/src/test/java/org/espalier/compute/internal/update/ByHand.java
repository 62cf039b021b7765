package org.espalier.compute.internal.update;

import org.espalier.api.compute.UpdateRule;

/** The rules as their papers write them, for a vector of three and a matrix of three columns; slow, and on their own arrays. */
final class ByHand {
    private final UpdateRule rule;
    private final double rate;
    private final double decay;
    private double[] w;
    private double[] m;
    private double[] v;
    private double[] rows;
    private double[] columns;
    private int t;

    ByHand(UpdateRule rule, double rate, double decay) {
        this.rule = rule;
        this.rate = rate;
        this.decay = decay;
    }

    double[] run(double[] start, int steps) {
        w = start.clone();
        m = new double[w.length];
        v = new double[w.length];
        rows = new double[w.length / 3];
        columns = new double[6];
        for (t = 1; t <= steps; t++) {
            double[] g = UpdatesTest.gradient(w);
            tensor(g, 0, 3);
            tensor(g, 3, w.length);
        }
        return w;
    }

    private void tensor(double[] g, int from, int to) {
        if (rule instanceof UpdateRule.Lamb lamb) {
            adamMoments(g, from, to, lamb.beta1(), lamb.beta2());
            double[] u = new double[w.length];
            for (int i = from; i < to; i++) {
                u[i] = corrected(i, lamb.beta1(), lamb.beta2(), lamb.epsilon()) + decay * w[i];
            }
            double ratio = norm(w, from, to) / norm(u, from, to);
            for (int i = from; i < to; i++) {
                w[i] -= rate * ratio * u[i];
            }
        } else if (rule instanceof UpdateRule.Lars lars) {
            double local = rate * lars.trust() * norm(w, from, to) / (norm(g, from, to) + decay * norm(w, from, to));
            for (int i = from; i < to; i++) {
                v[i] = lars.momentum() * v[i] + local * (g[i] + decay * w[i]);
                w[i] -= v[i];
            }
        } else if (rule instanceof UpdateRule.Adafactor adafactor) {
            adafactor(adafactor, g, from, to);
        } else {
            elements(g, from, to);
        }
    }

    private void elements(double[] g, int from, int to) {
        for (int i = from; i < to; i++) {
            double coupled = g[i] + decay * w[i];
            if (rule instanceof UpdateRule.Sgd) {
                w[i] -= rate * coupled;
            } else if (rule instanceof UpdateRule.Momentum momentum) {
                double before = v[i];
                v[i] = momentum.momentum() * v[i] - rate * coupled;
                w[i] += momentum.nesterov() ? (1 + momentum.momentum()) * v[i] - momentum.momentum() * before : v[i];
            } else if (rule instanceof UpdateRule.Adam adam) {
                m[i] = adam.beta1() * m[i] + (1 - adam.beta1()) * coupled;
                v[i] = adam.beta2() * v[i] + (1 - adam.beta2()) * coupled * coupled;
                double alpha = rate * Math.sqrt(1 - Math.pow(adam.beta2(), t)) / (1 - Math.pow(adam.beta1(), t));
                w[i] -= alpha * m[i] / (Math.sqrt(v[i]) + adam.epsilon());
            } else if (rule instanceof UpdateRule.AdamW adam) {
                adamMoments(g, i, i + 1, adam.beta1(), adam.beta2());
                w[i] -= rate * (corrected(i, adam.beta1(), adam.beta2(), adam.epsilon()) + decay * w[i]);
            }
        }
    }

    private void adamMoments(double[] g, int from, int to, double beta1, double beta2) {
        for (int i = from; i < to; i++) {
            m[i] = beta1 * m[i] + (1 - beta1) * g[i];
            v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
        }
    }

    private double corrected(int i, double beta1, double beta2, double epsilon) {
        return m[i] / (1 - Math.pow(beta1, t)) / (Math.sqrt(v[i] / (1 - Math.pow(beta2, t))) + epsilon);
    }

    private void adafactor(UpdateRule.Adafactor by, double[] g, int from, int to) {
        double kept = 1 - Math.pow(t, -by.decay());
        double[] second = from == 0 ? ofVector(by, kept, g) : ofMatrix(by, kept, g);
        double[] u = new double[w.length];
        for (int i = from; i < to; i++) {
            u[i] = g[i] / Math.sqrt(second[i]);
        }
        double clip = Math.max(1, norm(u, from, to) / Math.sqrt(to - from) / by.threshold());
        double alpha = Math.max(by.leastScale(), norm(w, from, to) / Math.sqrt(to - from)) * rate;
        for (int i = from; i < to; i++) {
            w[i] -= alpha * u[i] / clip + rate * decay * w[i];
        }
    }

    private double[] ofVector(UpdateRule.Adafactor by, double kept, double[] g) {
        for (int i = 0; i < 3; i++) {
            v[i] = kept * v[i] + (1 - kept) * (g[i] * g[i] + by.epsilon());
        }
        return v;
    }

    private double[] ofMatrix(UpdateRule.Adafactor by, double kept, double[] g) {
        double total = 0;
        double[] sums = new double[3];
        for (int row = 1; row < rows.length; row++) {
            double sum = 0;
            for (int column = 0; column < 3; column++) {
                double square = Math.pow(g[3 * row + column], 2) + by.epsilon();
                sum += square;
                sums[column] += square;
            }
            rows[row] = kept * rows[row] + (1 - kept) * sum;
            total += rows[row];
        }
        double[] second = new double[w.length];
        for (int column = 0; column < 3; column++) {
            columns[column] = kept * columns[column] + (1 - kept) * sums[column];
            for (int row = 1; row < rows.length; row++) {
                second[3 * row + column] = rows[row] * columns[column] / total;
            }
        }
        return second;
    }

    private static double norm(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i] * values[i];
        }
        return Math.sqrt(sum);
    }
}
