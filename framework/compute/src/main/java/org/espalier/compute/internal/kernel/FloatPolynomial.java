package org.espalier.compute.internal.kernel;

import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * The sum over k of c_k M^k Y in single precision, on the heap from the first product to the last, and on request the inner products of
 * another matrix with each M^k Y. What is summed over all rows is summed by one thread, so the thread count does not show.
 */
final class FloatPolynomial {
    /** Inner products are summed in this many lanes side by side, which the JVM turns into vector instructions. */
    private static final int LANES = 512;

    private final SparseRows rows;
    private final FloatRows product;
    private final float[] values;
    private final int width;
    private final int size;
    private final Team team;
    private final Scratch scratch;
    private final float[] lanes = new float[LANES];

    /** @param size number of elements of Y */
    FloatPolynomial(SparseRows rows, int width, int size, Team team, Scratch scratch) {
        this.rows = rows;
        this.product = new FloatRows(rows, width);
        this.values = FloatRows.values(rows);
        this.width = width;
        this.size = size;
        this.team = team;
        this.scratch = scratch;
    }

    /** Writes the sum for Y = {@code start}. */
    void sum(FloatBuffer start, FloatBuffer coefficients, FloatBuffer sum) {
        sum(start, coefficients, sum, (k, power) -> { });
    }

    /** Writes the sum for Y = {@code start}, and the inner product of {@code other} with each power. */
    void sumAndProducts(FloatBuffer start, FloatBuffer coefficients, FloatBuffer other, FloatBuffer sum, FloatBuffer products) {
        float[] partner = scratch.floats(3, size);
        other.get(0, partner, 0, size);
        sum(start, coefficients, sum, (k, power) -> products.put(k, (float) product(partner, power)));
    }

    private interface Visitor {
        void visit(int k, float[] power);
    }

    private void sum(FloatBuffer start, FloatBuffer coefficients, FloatBuffer result, Visitor visitor) {
        float[] power = scratch.floats(0, size);
        float[] next = scratch.floats(1, size);
        float[] sum = scratch.floats(2, size);
        start.get(0, power, 0, size);
        Arrays.fill(sum, 0, size, 0);
        for (int k = 0; k < coefficients.capacity(); k++) {
            advance(power, next, coefficients.get(k), sum);
            visitor.visit(k, next);
            float[] done = power;
            power = next;
            next = done;
        }
        result.put(0, sum, 0, size);
    }

    private void advance(float[] power, float[] next, float coefficient, float[] sum) {
        team.run(part -> {
            for (int row = rows.from(part); row < rows.to(part); row++) {
                product.multiply(row, values, power, next);
            }
            addScaled(next, coefficient, sum, rows.from(part) * width, rows.to(part) * width);
        });
    }

    private static void addScaled(float[] from, float factor, float[] to, int start, int end) {
        for (int i = start; i < end; i++) {
            to[i] += factor * from[i];
        }
    }

    private double product(float[] a, float[] b) {
        Arrays.fill(lanes, 0);
        for (int start = 0; start < size; start += LANES) {
            addProducts(a, b, start, Math.min(LANES, size - start), lanes);
        }
        double sum = 0;
        for (float lane : lanes) {
            sum += lane;
        }
        return sum;
    }

    private static void addProducts(float[] a, float[] b, int start, int count, float[] lanes) {
        for (int i = 0; i < count; i++) {
            lanes[i] += a[start + i] * b[start + i];
        }
    }
}
