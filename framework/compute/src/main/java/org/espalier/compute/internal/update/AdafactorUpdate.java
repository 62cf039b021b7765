package org.espalier.compute.internal.update;

import java.util.Arrays;
import java.util.List;

import org.espalier.api.compute.UpdateRule.Adafactor;

/**
 * {@link Adafactor}. A vector is a matrix of one row: its sums of columns then are the second moments themselves, as in algorithm 5.
 *
 * <p>R, C: {@code rows}, {@code columns}; U: what {@link #direction} makes of a row of gradients.
 */
final class AdafactorUpdate implements Update {
    private final Adafactor rule;
    private final Vectors vectors;
    private final Elements parameters;
    private final Elements gradients;
    private final Elements state;
    private final double[] w;
    private final double[] g;
    private final double[] columns;
    private final double[] rows;
    private double total;

    AdafactorUpdate(Adafactor rule, Vectors vectors) {
        this.rule = rule;
        this.vectors = vectors;
        this.parameters = Elements.of(vectors.parameters());
        this.gradients = Elements.of(vectors.gradients());
        this.state = Elements.of(vectors.state());
        int widest = vectors.tensors().stream().mapToInt(Tensor::columns).max().orElse(0);
        this.w = new double[widest];
        this.g = new double[widest];
        this.columns = new double[widest];
        this.rows = new double[vectors.tensors().stream().mapToInt(Tensor::rows).max().orElse(0)];
    }

    /** Sums of rows and columns of all matrices. */
    static long stateSize(List<Tensor> tensors) {
        return tensors.stream().mapToLong(AdafactorUpdate::stateSize).sum();
    }

    private static long stateSize(Tensor tensor) {
        return (long) tensor.matrices() * (tensor.rows() + tensor.columns());
    }

    @Override
    public void apply(Step step) {
        int place = 0;
        for (Tensor tensor : vectors.tensors()) {
            double directions = 0;
            double scale = 0;
            for (int matrix = 0; matrix < tensor.matrices(); matrix++) {
                updateMoments(step, tensor, matrix, place);
                for (int row = 0; row < tensor.rows(); row++) {
                    direction(step, tensor, matrix, row);
                    directions += squares(g, tensor.columns());
                    scale += squares(w, tensor.columns());
                }
            }
            double clip = Math.max(1, Math.sqrt(directions / tensor.length()) / rule.threshold());
            move(step, tensor, place, Math.max(rule.leastScale(), Math.sqrt(scale / tensor.length())) * step.rate() / clip);
            place += (int) stateSize(tensor);
        }
    }

    private void updateMoments(Step step, Tensor tensor, int matrix, int place) {
        double kept = 1 - Math.pow(step.iteration() + 1, -rule.decay());
        readMoments(tensor, matrix, place);
        scale(columns, tensor.columns(), kept);
        for (int row = 0; row < tensor.rows(); row++) {
            gradients.read(start(tensor, matrix, row), tensor.columns(), g);
            double sum = 0;
            for (int i = 0; i < tensor.columns(); i++) {
                double gradient = step.scale() * g[i];
                double square = gradient * gradient + rule.epsilon();
                sum += square;
                columns[i] += (1 - kept) * square;
            }
            rows[row] = kept * rows[row] + (1 - kept) * sum;
        }
        int at = place + matrix * (tensor.rows() + tensor.columns());
        state.write(at, tensor.rows(), rows);
        state.write(at + tensor.rows(), tensor.columns(), columns);
        readMoments(tensor, matrix, place);
    }

    private void move(Step step, Tensor tensor, int place, double rate) {
        for (int matrix = 0; matrix < tensor.matrices(); matrix++) {
            readMoments(tensor, matrix, place);
            for (int row = 0; row < tensor.rows(); row++) {
                direction(step, tensor, matrix, row);
                for (int i = 0; i < tensor.columns(); i++) {
                    w[i] -= rate * g[i] + step.rate() * step.decay() * w[i];
                }
                parameters.write(start(tensor, matrix, row), tensor.columns(), w);
            }
        }
    }

    /** Reads a row of parameters, and of gradients divided by the roots of their second moments. */
    private void direction(Step step, Tensor tensor, int matrix, int row) {
        int start = start(tensor, matrix, row);
        parameters.read(start, tensor.columns(), w);
        gradients.read(start, tensor.columns(), g);
        double share = rows[row] / total;
        for (int i = 0; i < tensor.columns(); i++) {
            g[i] = step.scale() * g[i] / Math.sqrt(share * columns[i]);
        }
    }

    private void readMoments(Tensor tensor, int matrix, int place) {
        int at = place + matrix * (tensor.rows() + tensor.columns());
        state.read(at, tensor.rows(), rows);
        state.read(at + tensor.rows(), tensor.columns(), columns);
        total = Arrays.stream(rows, 0, tensor.rows()).sum();
    }

    private static int start(Tensor tensor, int matrix, int row) {
        return Math.toIntExact(tensor.offset() + ((long) matrix * tensor.rows() + row) * tensor.columns());
    }

    private static void scale(double[] values, int count, double factor) {
        for (int i = 0; i < count; i++) {
            values[i] *= factor;
        }
    }

    private static double squares(double[] values, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += values[i] * values[i];
        }
        return sum;
    }
}
