package org.espalier.compute.internal.kernel;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * M Y, M^2 Y, … M^K Y one after the other in memory, and the sum that is their gradient.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
final class Powers<A> {
    private final RowAlgebra<A> algebra;
    private final Team team;
    private final Scratch scratch;

    Powers(RowAlgebra<A> algebra, Team team, Scratch scratch) {
        this.algebra = algebra;
        this.team = team;
        this.scratch = scratch;
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
        int size = start.size();
        A power = algebra.array(scratch, 0, size);
        A next = algebra.array(scratch, 1, size);
        start.read(0, power, 0, size);
        for (int at = 0; at < powers.size(); at += size) {
            multiply(power, next);
            powers.write(at, next, 0, size);
            A done = power;
            power = next;
            next = done;
        }
    }

    private void gradient(Memory<A> gradients, Memory<A> result) {
        int size = result.size();
        A product = algebra.array(scratch, 0, size);
        A sum = algebra.array(scratch, 1, size);
        gradients.read(gradients.size() - size, sum, 0, size);
        multiply(sum, product);
        for (int at = gradients.size() - 2 * size; at >= 0; at -= size) {
            gradients.read(at, sum, 0, size);
            team.run(part -> algebra.addScaled(part, product, 1, sum));
            multiply(sum, product);
        }
        result.write(0, product, 0, size);
    }

    private void multiply(A from, A to) {
        team.run(part -> algebra.multiply(part, algebra.values(), from, to));
    }
}
