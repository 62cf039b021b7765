package org.espalier.compute.internal.kernel;

import java.util.Optional;

import org.espalier.api.compute.op.SparseMatmul;
import org.espalier.api.compute.op.SparseOperand;
import org.espalier.api.tensor.CsrMatrix;

/** Products of a sparse and a dense matrix. Each row of the result is summed by one thread in the order of the entries, so the thread count does not show. */
final class SparseMatmulKernels implements KernelFactory {
    private final Team team;
    private final Scratch scratch;
    private final long randomKey;

    SparseMatmulKernels(Team team, Scratch scratch, long randomKey) {
        this.team = team;
        this.scratch = scratch;
        this.randomKey = randomKey;
    }

    @Override
    public Optional<Kernel> create(Site site) {
        if (!(site.op() instanceof SparseMatmul product)) {
            return Optional.empty();
        }
        int width = Math.toIntExact(site.output().size(1));
        SparseRows rows = rows(product);
        return Optional.of(switch (site.type()) {
            case FLOAT -> product(site, new FloatRows(rows, width), rows.isMasked());
            case DOUBLE -> product(site, new DoubleRows(rows, width), rows.isMasked());
            default -> throw new IllegalArgumentException("Sparse products take floats and doubles, not " + site.type() + " as in variable '" + site.name() + "'");
        });
    }

    private <A> Kernel product(Site site, RowAlgebra<A> algebra, boolean drops) {
        return new SparseProduct<>(algebra, drops, team, scratch, site.input(), site.output());
    }

    private SparseRows rows(SparseMatmul product) {
        SparseOperand operand = product.operand();
        CsrMatrix matrix = product.transpose() ? operand.transposed() : operand.matrix();
        int[] entry = product.transpose() ? operand.entry() : null;
        Masks masks = product.dropout() == 0 ? null : new Masks(randomKey, product.stream(), product.dropout());
        return new SparseRows(matrix, entry, masks, team.size());
    }
}
