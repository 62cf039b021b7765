package org.espalier.compute.internal.kernel;

import java.util.Optional;

import org.espalier.api.compute.op.SparseMatmul;
import org.espalier.api.compute.op.SparseOperand;
import org.espalier.api.tensor.CsrMatrix;
import org.espalier.compute.internal.memory.Raw;

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
            case FLOAT -> new FloatProduct(rows, width, team, scratch, Raw.floats(site.input()), Raw.floats(site.output()));
            case DOUBLE -> new DoubleProduct(rows, width, team, scratch, Raw.doubles(site.input()), Raw.doubles(site.output()));
            default -> throw new IllegalArgumentException("Sparse products take floats and doubles, not " + site.type() + " as in variable '" + site.name() + "'");
        });
    }

    private SparseRows rows(SparseMatmul product) {
        SparseOperand operand = product.operand();
        CsrMatrix matrix = product.transpose() ? operand.transposed() : operand.matrix();
        int[] entry = product.transpose() ? operand.entry() : null;
        Masks masks = product.dropout() == 0 ? null : new Masks(randomKey, product.stream(), product.dropout());
        return new SparseRows(matrix, entry, masks, team.size());
    }
}
