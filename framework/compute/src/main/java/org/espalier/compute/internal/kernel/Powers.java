package org.espalier.compute.internal.kernel;

import java.util.stream.IntStream;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Rows of M Y, M^2 Y, … M^K Y one after the other in memory, and the sum that is their gradient.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
final class Powers<A> {
    private final RowAlgebra<A> algebra;
    private final int[] rows;
    private final int width;
    private final Team team;
    private final Scratch scratch;

    /** @param rows which */
    Powers(RowAlgebra<A> algebra, int[] rows, int width, Team team, Scratch scratch) {
        this.algebra = algebra;
        this.rows = rows;
        this.width = width;
        this.team = team;
        this.scratch = scratch;
    }

    /** All rows of a matrix of this many. */
    static int[] all(int count) {
        return IntStream.range(0, count).toArray();
    }

    /** Writes the powers for Y = {@code start}. */
    Kernel powers(INDArray start, INDArray powers) {
        Memory<A> from = algebra.memory(start);
        Memory<A> to = algebra.memory(powers);
        return iteration -> powers(from, to);
    }

    /** Writes the sum over k of M^k G_k by Horner's rule: M (G_1 + M (G_2 + …)). */
    Kernel gradient(INDArray gradients, INDArray sum) {
        Memory<A> from = algebra.memory(gradients);
        Memory<A> to = algebra.memory(sum);
        return iteration -> gradient(from, to);
    }

    private void powers(Memory<A> start, Memory<A> powers) {
        A power = algebra.array(scratch, 0, start.size());
        A next = algebra.array(scratch, 1, start.size());
        start.read(0, power, 0, start.size());
        for (int at = 0; at < powers.size(); at += rows.length * width) {
            multiply(power, next);
            for (int i = 0; i < rows.length; i++) {
                powers.write(at + i * width, next, rows[i] * width, width);
            }
            A done = power;
            power = next;
            next = done;
        }
    }

    private void gradient(Memory<A> gradients, Memory<A> result) {
        int step = rows.length * width;
        A sum = algebra.array(scratch, 0, result.size());
        A product = cleared(algebra.array(scratch, 1, result.size()));
        A own = algebra.array(scratch, 2, step);
        for (int at = gradients.size() - step; at >= 0; at -= step) {
            gradients.read(at, own, 0, step);
            algebra.addRows(own, rows, product);
            multiply(product, sum);
            A done = product;
            product = sum;
            sum = done;
        }
        result.write(0, product, 0, result.size());
    }

    private A cleared(A matrix) {
        team.run(part -> algebra.clear(part, matrix));
        return matrix;
    }

    private void multiply(A from, A to) {
        team.run(part -> algebra.multiply(part, algebra.entries(), from, to));
    }
}
