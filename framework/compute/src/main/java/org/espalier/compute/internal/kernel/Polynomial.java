package org.espalier.compute.internal.kernel;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The sum over k of c_k M^k Y, on the heap from the first product to the last, and on request the inner products of another matrix with each M^k Y. What is
 * summed over all rows is summed by one thread, so the thread count does not show.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
final class Polynomial<A> {
    private final RowAlgebra<A> algebra;
    private final int size;
    private final Team team;
    private final Scratch scratch;

    /** @param size number of elements of Y */
    Polynomial(RowAlgebra<A> algebra, int size, Team team, Scratch scratch) {
        this.algebra = algebra;
        this.size = size;
        this.team = team;
        this.scratch = scratch;
    }

    /** Writes the sum for Y = {@code start}. */
    Kernel sum(INDArray start, INDArray coefficients, INDArray sum) {
        Memory<A> from = algebra.memory(start);
        Memory<A> factors = algebra.memory(coefficients);
        Memory<A> to = algebra.memory(sum);
        return iteration -> sum(from, factors, to, (k, power) -> { });
    }

    /** Writes the sum for Y = {@code start}, and the inner product of {@code other} with each power. */
    Kernel sumAndProducts(INDArray start, INDArray coefficients, INDArray other, INDArray sum, INDArray products) {
        Memory<A> from = algebra.memory(start);
        Memory<A> factors = algebra.memory(coefficients);
        Memory<A> partner = algebra.memory(other);
        Memory<A> to = algebra.memory(sum);
        Memory<A> inner = algebra.memory(products);
        return iteration -> {
            A values = algebra.array(scratch, 3, size);
            partner.read(0, values, 0, size);
            sum(from, factors, to, (k, power) -> inner.put(k, algebra.product(values, power, size)));
        };
    }

    private interface Visitor<A> {
        void visit(int k, A power);
    }

    private void sum(Memory<A> start, Memory<A> coefficients, Memory<A> result, Visitor<A> visitor) {
        A power = algebra.array(scratch, 0, size);
        A next = algebra.array(scratch, 1, size);
        A sum = algebra.array(scratch, 2, size);
        start.read(0, power, 0, size);
        for (int k = 0; k < coefficients.size(); k++) {
            advance(power, next, k == 0, coefficients.get(k), sum);
            visitor.visit(k, next);
            A done = power;
            power = next;
            next = done;
        }
        result.write(0, sum, 0, size);
    }

    private void advance(A power, A next, boolean isFirst, double coefficient, A sum) {
        team.run(part -> {
            algebra.multiply(part, algebra.entries(), power, next);
            if (isFirst) {
                algebra.clear(part, sum);
            }
            if (coefficient != 0) {
                algebra.addScaled(part, next, coefficient, sum);
            }
        });
    }
}
