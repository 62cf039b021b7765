package org.espalier.compute.internal.kernel;

import java.nio.DoubleBuffer;
import java.util.Arrays;

/**
 * The sum over k of c_k M^k Y in double precision, on the heap from the first product to the last, and on request the inner products of
 * another matrix with each M^k Y. What is summed over all rows is summed by one thread, so the thread count does not show.
 */
final class DoublePolynomial {
    /** Inner products are summed in this many lanes side by side, which the JVM turns into vector instructions. */
    private static final int LANES = 512;

    private final SparseRows rows;
    private final DoubleRows product;
    private final double[] values;
    private final int width;
    private final int size;
    private final Team team;
    private final Scratch scratch;
    private final double[] lanes = new double[LANES];

    /** @param size number of elements of Y */
    DoublePolynomial(SparseRows rows, int width, int size, Team team, Scratch scratch) {
        this.rows = rows;
        this.product = new DoubleRows(rows, width);
        this.values = rows.values();
        this.width = width;
        this.size = size;
        this.team = team;
        this.scratch = scratch;
    }

    /** Writes the sum for Y = {@code start}. */
    void sum(DoubleBuffer start, DoubleBuffer coefficients, DoubleBuffer sum) {
        sum(start, coefficients, sum, (k, power) -> { });
    }

    /** Writes the sum for Y = {@code start}, and the inner product of {@code other} with each power. */
    void sumAndProducts(DoubleBuffer start, DoubleBuffer coefficients, DoubleBuffer other, DoubleBuffer sum, DoubleBuffer products) {
        double[] partner = scratch.doubles(3, size);
        other.get(0, partner, 0, size);
        sum(start, coefficients, sum, (k, power) -> products.put(k, product(partner, power)));
    }

    private interface Visitor {
        void visit(int k, double[] power);
    }

    private void sum(DoubleBuffer start, DoubleBuffer coefficients, DoubleBuffer result, Visitor visitor) {
        double[] power = scratch.doubles(0, size);
        double[] next = scratch.doubles(1, size);
        double[] sum = scratch.doubles(2, size);
        start.get(0, power, 0, size);
        Arrays.fill(sum, 0, size, 0);
        for (int k = 0; k < coefficients.capacity(); k++) {
            advance(power, next, coefficients.get(k), sum);
            visitor.visit(k, next);
            double[] done = power;
            power = next;
            next = done;
        }
        result.put(0, sum, 0, size);
    }

    private void advance(double[] power, double[] next, double coefficient, double[] sum) {
        team.run(part -> {
            for (int row = rows.from(part); row < rows.to(part); row++) {
                product.multiply(row, values, power, next);
            }
            addScaled(next, coefficient, sum, rows.from(part) * width, rows.to(part) * width);
        });
    }

    private static void addScaled(double[] from, double factor, double[] to, int start, int end) {
        for (int i = start; i < end; i++) {
            to[i] += factor * from[i];
        }
    }

    private double product(double[] a, double[] b) {
        Arrays.fill(lanes, 0);
        for (int start = 0; start < size; start += LANES) {
            addProducts(a, b, start, Math.min(LANES, size - start), lanes);
        }
        double sum = 0;
        for (double lane : lanes) {
            sum += lane;
        }
        return sum;
    }

    private static void addProducts(double[] a, double[] b, int start, int count, double[] lanes) {
        for (int i = 0; i < count; i++) {
            lanes[i] += a[start + i] * b[start + i];
        }
    }
}
