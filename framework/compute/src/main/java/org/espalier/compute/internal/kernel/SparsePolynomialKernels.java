package org.espalier.compute.internal.kernel;

import java.util.List;
import java.util.Optional;

import org.espalier.api.compute.op.SparsePolynomial;
import org.espalier.api.compute.op.SparsePolynomialGradient;
import org.espalier.api.compute.op.SparsePowers;
import org.espalier.api.compute.op.SparsePowersGradient;
import org.espalier.api.tensor.CsrMatrix;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Polynomials and powers of a sparse matrix and their gradients. */
final class SparsePolynomialKernels implements KernelFactory {
    private final Team team;
    private final Scratch scratch;

    SparsePolynomialKernels(Team team, Scratch scratch) {
        this.team = team;
        this.scratch = scratch;
    }

    @Override
    public Optional<Kernel> create(Site site) {
        if (site.op() instanceof SparsePolynomial polynomial) {
            return Optional.of(polynomial(site, polynomial.isTransposed() ? polynomial.operand().transposed() : polynomial.operand().matrix()));
        }
        if (site.op() instanceof SparsePolynomialGradient gradient) {
            return Optional.of(polynomial(site, gradient.operand().transposed()));
        }
        if (site.op() instanceof SparsePowers powers) {
            return Optional.of(powers(algebra(site, powers.operand().matrix(), site.input()), site.input(), powers.rows()).powers(site.input(), site.output()));
        }
        return site.op() instanceof SparsePowersGradient gradient
                ? Optional.of(powers(algebra(site, gradient.operand().transposed(), site.output()), site.output(), gradient.rows()).gradient(site.input(), site.output()))
                : Optional.empty();
    }

    private Kernel polynomial(Site site, CsrMatrix matrix) {
        return polynomial(site, algebra(site, matrix, site.output()));
    }

    private <A> Kernel polynomial(Site site, RowAlgebra<A> algebra) {
        Polynomial<A> polynomial = new Polynomial<>(algebra, Math.toIntExact(site.output().length()), team, scratch);
        List<INDArray> in = site.inputs();
        List<INDArray> out = site.outputs();
        return out.size() == 1 ? polynomial.sum(in.get(0), in.get(1), out.get(0)) : polynomial.sumAndProducts(in.get(2), in.get(1), in.get(0), out.get(0), out.get(1));
    }

    private <A> Powers<A> powers(RowAlgebra<A> algebra, INDArray dense, Optional<int[]> rows) {
        return new Powers<>(algebra, rows.orElseGet(() -> Powers.all(Math.toIntExact(dense.size(0)))), Math.toIntExact(dense.size(1)), team, scratch);
    }

    /** @param dense of the shape of the matrices that are multiplied */
    private RowAlgebra<?> algebra(Site site, CsrMatrix matrix, INDArray dense) {
        SparseRows rows = new SparseRows(matrix, null, null, team.size());
        int width = Math.toIntExact(dense.size(1));
        return switch (site.type()) {
            case FLOAT -> new FloatRows(rows, width);
            case DOUBLE -> new DoubleRows(rows, width);
            default -> throw new IllegalArgumentException("Polynomials of sparse matrices take floats and doubles, not " + site.type() + " as in variable '" + site.name() + "'");
        };
    }
}
