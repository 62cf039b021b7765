package org.espalier.compute.internal.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.impl.reduce.Mmul;
import org.nd4j.linalg.api.ops.impl.reduce.MmulBp;

/**
 * Dense matrix products and their gradients, batches included. Large ones are cut into panels by their shape alone, so the thread count does not
 * show.
 */
final class MatmulKernels implements KernelFactory {
    private final Team team;

    MatmulKernels(Team team) {
        this.team = team;
    }

    @Override
    public Optional<Kernel> create(Site site) {
        if (site.op() instanceof Mmul product && isUnscaled(product)) {
            return product(site, product);
        }
        return site.op() instanceof MmulBp gradient ? gradients(site, gradient) : Optional.empty();
    }

    /** Arguments are 1, the factor of the product, and 0, that of what the output held. */
    private static boolean isUnscaled(Mmul product) {
        double[] factors = product.tArgs();
        return factors.length == 0 || factors[0] == 1 && (factors.length == 1 || factors[1] == 0);
    }

    private static boolean flag(DynamicCustomOp op, int index) {
        return op.numIArguments() > index && op.getIArgument(index) != 0;
    }

    private Optional<Kernel> product(Site site, Mmul op) {
        Matrix a = new Matrix(site.input(), flag(op, 0));
        Matrix b = new Matrix(site.inputs().get(1), flag(op, 1));
        return kernel(a, b, new Matrix(site.output(), flag(op, 2)));
    }

    /** With Z = X Y: the gradient by X is that by Z times Y transposed, and the gradient by Y is X transposed times that by Z. */
    private Optional<Kernel> gradients(Site site, MmulBp op) {
        Matrix x = new Matrix(site.input(), flag(op, 0));
        Matrix y = new Matrix(site.inputs().get(1), flag(op, 1));
        Matrix byZ = new Matrix(site.inputs().get(2), flag(op, 2));
        Optional<Kernel> first = kernel(byZ, y.turned(), new Matrix(site.output(), x.transposed()));
        Optional<Kernel> second = kernel(x.turned(), byZ, new Matrix(site.outputs().get(1), y.transposed()));
        return first.flatMap(byX -> second.map(byY -> iteration -> {
            byX.run(iteration);
            byY.run(iteration);
        }));
    }

    private Optional<Kernel> kernel(Matrix a, Matrix b, Matrix c) {
        if (c.transposed()) {
            return kernel(b.turned(), a.turned(), c.turned());
        }
        DataType type = c.array().dataType();
        if (!a.fits(b, c) || type != DataType.FLOAT && type != DataType.DOUBLE) {
            return Optional.empty();
        }
        long work = c.array().length() * a.columns();
        return Optional.of(work < Panel.WORK ? alone(panels(a, b, c, type)) : shared(panels(a, b, c, type)));
    }

    private static Runnable[] panels(Matrix a, Matrix b, Matrix c, DataType type) {
        List<Runnable> panels = new ArrayList<>();
        for (int matrix = 0; matrix < c.batch(); matrix++) {
            for (Panel panel : Panel.of(c.rows(), c.columns(), a.columns())) {
                panels.add(type == DataType.FLOAT ? Blas.floats(a, b, c, matrix, panel) : Blas.doubles(a, b, c, matrix, panel));
            }
        }
        return panels.toArray(Runnable[]::new);
    }

    private static Kernel alone(Runnable[] panels) {
        return iteration -> {
            for (Runnable panel : panels) {
                panel.run();
            }
        };
    }

    private Kernel shared(Runnable[] panels) {
        return iteration -> team.run(part -> {
            for (int panel = part; panel < panels.length; panel += team.size()) {
                panels[panel].run();
            }
        });
    }
}
