package org.espalier.compute.internal.kernel;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Sparse times dense.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
final class SparseProduct<A> implements Kernel {
    private final RowAlgebra<A> algebra;
    private final Entries<A> entries;
    private final boolean drops;
    private final Team team;
    private final Scratch scratch;
    private final Memory<A> dense;
    private final Memory<A> result;

    /** @param drops whether there is dropout */
    SparseProduct(RowAlgebra<A> algebra, boolean drops, Team team, Scratch scratch, INDArray dense, INDArray result) {
        this.algebra = algebra;
        this.entries = drops ? algebra.room() : algebra.entries();
        this.drops = drops;
        this.team = team;
        this.scratch = scratch;
        this.dense = algebra.memory(dense);
        this.result = algebra.memory(result);
    }

    @Override
    public void run(long iteration) {
        A in = algebra.array(scratch, 0, dense.size());
        A out = algebra.array(scratch, 1, result.size());
        dense.read(0, in, 0, dense.size());
        team.run(part -> {
            if (drops) {
                algebra.keep(part, iteration, entries);
            }
            algebra.multiply(part, entries, in, out);
        });
        result.write(0, out, 0, result.size());
    }
}
