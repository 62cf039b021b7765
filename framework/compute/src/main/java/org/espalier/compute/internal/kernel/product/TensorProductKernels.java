package org.espalier.compute.internal.kernel.product;

import java.util.Optional;

import org.espalier.compute.internal.graph.TensorProductGradient;
import org.espalier.compute.internal.kernel.Kernel;
import org.espalier.compute.internal.kernel.KernelFactory;
import org.espalier.compute.internal.kernel.MatmulKernels;
import org.espalier.compute.internal.kernel.Site;
import org.espalier.compute.internal.kernel.Team;
import org.espalier.compute.internal.kernel.movement.Mover;
import org.espalier.compute.internal.memory.NativeMemory;
import org.espalier.compute.internal.memory.Raw;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.reduce.TensorMmul;

/** Sums over some axes of two tensors, and the gradients. */
public final class TensorProductKernels implements KernelFactory {
    private final Team team;
    private final MatmulKernels products;
    private final NativeMemory memory;

    public TensorProductKernels(Team team, MatmulKernels products, NativeMemory memory) {
        this.team = team;
        this.products = products;
        this.memory = memory;
    }

    @Override
    public Optional<Kernel> create(Site site) {
        if (site.op() instanceof TensorProductGradient gradient) {
            return Optional.of(gradients(site, gradient.product()));
        }
        boolean taken = site.op() instanceof TensorMmul && Mover.adds(site.type())
                && site.inputs().stream().allMatch(input -> Raw.isDense(input) && input.length() > 0 && input.dataType() == site.type());
        return taken ? Optional.of(product(site, (TensorMmul) site.op())) : Optional.empty();
    }

    private Kernel product(Site site, TensorMmul op) {
        INDArray a = site.input();
        INDArray b = site.inputs().get(1);
        Contraction axes = Contraction.of(op, a.rank(), b.rank());
        Unfolded left = Unfolded.read(a, axes.left(), a.rank() - axes.summed(), memory, team);
        Unfolded right = Unfolded.read(b, axes.right(), axes.summed(), memory, team);
        INDArray result = NativeMemory.part(site.output(), 0, left.matrix().rows(), right.matrix().columns());
        Kernel product = products.product(left.matrix(), false, right.matrix(), false, result);
        return iteration -> {
            left.move().run(iteration);
            right.move().run(iteration);
            product.run(iteration);
        };
    }

    /** With Z = A B as matrices: Z' B^T and A^T Z'. */
    private Kernel gradients(Site site, TensorMmul op) {
        INDArray a = site.input();
        INDArray b = site.inputs().get(1);
        Contraction axes = Contraction.of(op, a.rank(), b.rank());
        Unfolded left = Unfolded.read(a, axes.left(), a.rank() - axes.summed(), memory, team);
        Unfolded right = Unfolded.read(b, axes.right(), axes.summed(), memory, team);
        Unfolded byLeft = Unfolded.write(site.output(), axes.left(), a.rank() - axes.summed(), memory, team);
        Unfolded byRight = Unfolded.write(site.outputs().get(1), axes.right(), axes.summed(), memory, team);
        INDArray gradient = NativeMemory.part(site.inputs().get(2), 0, left.matrix().rows(), right.matrix().columns());
        Kernel first = products.product(gradient, false, right.matrix(), true, byLeft.matrix());
        Kernel second = products.product(left.matrix(), true, gradient, false, byRight.matrix());
        return iteration -> {
            left.move().run(iteration);
            right.move().run(iteration);
            first.run(iteration);
            second.run(iteration);
            byLeft.move().run(iteration);
            byRight.move().run(iteration);
        };
    }
}
