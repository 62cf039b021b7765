package org.espalier.compute.internal.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.espalier.compute.internal.kernel.movement.Mover;
import org.espalier.compute.internal.kernel.movement.Region;
import org.espalier.compute.internal.kernel.movement.Walk;
import org.espalier.compute.internal.memory.Raw;
import org.nd4j.autodiff.functions.DifferentialFunction;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.impl.reduce.Mmul;
import org.nd4j.linalg.api.ops.impl.reduce.MmulBp;
import org.nd4j.linalg.api.ops.impl.transforms.custom.XwPlusB;

/**
 * Dense matrix products and their gradients, batches included, and products that are added to a row. Large ones are cut into as many panels as there are threads.
 */
public final class MatmulKernels implements KernelFactory {
    private final Team team;

    public MatmulKernels(Team team) {
        this.team = team;
    }

    @Override
    public Optional<Kernel> create(Site site) {
        if (site.op() instanceof Mmul product && isUnscaled(product)) {
            return product(site, product);
        }
        if (site.op().getClass() == XwPlusB.class) {
            return biased(site);
        }
        return site.op() instanceof MmulBp gradient ? gradients(site, gradient) : Optional.empty();
    }

    /** The product of two matrices of floats or doubles in C order, written to a third. */
    public Kernel product(INDArray a, boolean transposeA, INDArray b, boolean transposeB, INDArray c) {
        return kernel(new Matrix(a, transposeA), new Matrix(b, transposeB), new Matrix(c, false), 0).orElseThrow();
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
        return kernel(a, b, new Matrix(site.output(), flag(op, 2)), 0);
    }

    /** Inputs are x, w and the bias: the output begins as copies of the bias, to which x w is added. */
    private Optional<Kernel> biased(Site site) {
        INDArray bias = site.inputs().get(2);
        INDArray out = site.output();
        boolean row = out.rank() == 2 && bias.length() == out.size(1) && bias.dataType() == out.dataType() && Raw.isDense(bias) && Mover.adds(out.dataType());
        if (!row) {
            return Optional.empty();
        }
        return kernel(new Matrix(site.input(), false), new Matrix(site.inputs().get(1), false), new Matrix(out, false), 1).map(product -> {
            Kernel rows = new Walk(Mover.copy(bias, out), new Region(0, out.shape(), new long[] {0, 1}), Region.of(out.shape()), team);
            return iteration -> {
                rows.run(iteration);
                product.run(iteration);
            };
        });
    }

    /** Whether gradients that nobody reads may be left out. */
    public static boolean leavesOut(DifferentialFunction op, List<INDArray> inputs) {
        return op instanceof MmulBp gradient && isTaken(inputs.get(2).dataType()) && factor(gradient, inputs, 0).fits(factor(gradient, inputs, 1), factor(gradient, inputs, 2));
    }

    private static Matrix factor(MmulBp op, List<INDArray> inputs, int number) {
        return new Matrix(inputs.get(number), flag(op, number));
    }

    /** With Z = X Y: the gradient by X is that by Z times Y transposed, and the gradient by Y is X transposed times that by Z. */
    private Optional<Kernel> gradients(Site site, MmulBp op) {
        Matrix x = factor(op, site.inputs(), 0);
        Matrix y = factor(op, site.inputs(), 1);
        Matrix byZ = factor(op, site.inputs(), 2);
        INDArray toX = site.output();
        INDArray toY = site.outputs().get(1);
        if (toX == null || toY == null) {
            return toX == null ? kernel(x.turned(), byZ, new Matrix(toY, y.transposed()), 0) : kernel(byZ, y.turned(), new Matrix(toX, x.transposed()), 0);
        }
        Optional<Kernel> first = kernel(byZ, y.turned(), new Matrix(toX, x.transposed()), 0);
        Optional<Kernel> second = kernel(x.turned(), byZ, new Matrix(toY, y.transposed()), 0);
        return first.flatMap(byX -> second.map(byY -> iteration -> {
            byX.run(iteration);
            byY.run(iteration);
        }));
    }

    /** C = A B + {@code share} C. */
    private Optional<Kernel> kernel(Matrix a, Matrix b, Matrix c, int share) {
        if (c.transposed()) {
            return kernel(b.turned(), a.turned(), c.turned(), share);
        }
        DataType type = c.array().dataType();
        if (!a.fits(b, c) || !isTaken(type)) {
            return Optional.empty();
        }
        long work = c.array().length() * a.columns();
        return Optional.of(work < Panel.WORK ? alone(panels(a, b, c, share)) : shared(panels(a, b, c, share)));
    }

    private static boolean isTaken(DataType type) {
        return type == DataType.FLOAT || type == DataType.DOUBLE;
    }

    private Runnable[] panels(Matrix a, Matrix b, Matrix c, int share) {
        List<Runnable> panels = new ArrayList<>();
        int wanted = (team.size() + c.batch() - 1) / c.batch();
        for (int matrix = 0; matrix < c.batch(); matrix++) {
            for (Panel panel : Panel.of(c.rows(), c.columns(), a.columns(), wanted)) {
                panels.add(c.array().dataType() == DataType.FLOAT ? Blas.floats(a, b, c, matrix, panel, share) : Blas.doubles(a, b, c, matrix, panel, share));
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
