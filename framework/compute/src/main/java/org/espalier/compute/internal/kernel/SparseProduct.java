package org.espalier.compute.internal.kernel;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Sparse times dense.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
final class SparseProduct<A> implements Kernel {
    private final RowAlgebra<A> algebra;
    private final A entries;
    private final boolean isMasked;
    private final Team team;
    private final Scratch scratch;
    private final Memory<A> dense;
    private final Memory<A> result;

    /** @param masked room for the entries' values under dropout; null without */
    SparseProduct(RowAlgebra<A> algebra, A masked, Team team, Scratch scratch, INDArray dense, INDArray result) {
        this.algebra = algebra;
        this.entries = masked == null ? algebra.values() : masked;
        this.isMasked = masked != null;
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
            if (isMasked) {
                algebra.mask(part, iteration, entries);
            }
            algebra.multiply(part, entries, in, out);
        });
        result.write(0, out, 0, result.size());
    }
}
