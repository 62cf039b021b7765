package org.espalier.compute.internal.kernel;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;

import org.espalier.api.compute.op.SparsePolynomial;
import org.espalier.api.compute.op.SparsePolynomialGradient;
import org.espalier.api.tensor.CsrMatrix;
import org.espalier.compute.internal.memory.Raw;
import org.nd4j.linalg.api.buffer.DataType;

/** Polynomials of a sparse matrix and their gradients. */
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
            return Optional.of(kernel(site, polynomial.operand().matrix()));
        }
        if (site.op() instanceof SparsePolynomialGradient gradient) {
            return Optional.of(kernel(site, gradient.operand().transposed()));
        }
        return Optional.empty();
    }

    private Kernel kernel(Site site, CsrMatrix matrix) {
        if (site.type() != DataType.FLOAT && site.type() != DataType.DOUBLE) {
            throw new IllegalArgumentException("Sparse polynomials take floats and doubles, not " + site.type() + " as in variable '" + site.name() + "'");
        }
        SparseRows rows = new SparseRows(matrix, null, null, team.size());
        int width = Math.toIntExact(site.output().size(1));
        int size = Math.toIntExact(site.output().length());
        return site.type() == DataType.FLOAT ? floats(site, new FloatPolynomial(rows, width, size, team, scratch))
                : doubles(site, new DoublePolynomial(rows, width, size, team, scratch));
    }

    private static Kernel floats(Site site, FloatPolynomial polynomial) {
        List<FloatBuffer> in = site.inputs().stream().map(Raw::floats).toList();
        List<FloatBuffer> out = site.outputs().stream().map(Raw::floats).toList();
        if (out.size() == 1) {
            return iteration -> polynomial.sum(in.get(0), in.get(1), out.get(0));
        }
        return iteration -> polynomial.sumAndProducts(in.get(2), in.get(1), in.get(0), out.get(0), out.get(1));
    }

    private static Kernel doubles(Site site, DoublePolynomial polynomial) {
        List<DoubleBuffer> in = site.inputs().stream().map(Raw::doubles).toList();
        List<DoubleBuffer> out = site.outputs().stream().map(Raw::doubles).toList();
        if (out.size() == 1) {
            return iteration -> polynomial.sum(in.get(0), in.get(1), out.get(0));
        }
        return iteration -> polynomial.sumAndProducts(in.get(2), in.get(1), in.get(0), out.get(0), out.get(1));
    }
}
