package org.espalier.compute.internal.kernel;

import java.util.List;

import org.espalier.compute.internal.kernel.convolution.ConvolutionKernels;
import org.espalier.compute.internal.kernel.indexing.EdgeSoftmaxKernels;
import org.espalier.compute.internal.kernel.indexing.GatherKernels;
import org.espalier.compute.internal.kernel.indexing.ScatterKernels;
import org.espalier.compute.internal.kernel.indexing.SegmentKernels;
import org.espalier.compute.internal.kernel.indexing.SparseCrossEntropyKernels;
import org.espalier.compute.internal.kernel.indexing.TopKKernels;
import org.espalier.compute.internal.kernel.movement.MovementKernels;
import org.espalier.compute.internal.kernel.product.TensorProductKernels;
import org.espalier.compute.internal.memory.NativeMemory;

/** The kernel factories of a program, asked in order. */
public final class Kernels {
    private final List<KernelFactory> factories;

    /**
     * @param team      threads of the lease
     * @param randomKey key of all masks
     * @param memory    for what kernels need beside their inputs and outputs
     */
    public Kernels(Team team, long randomKey, NativeMemory memory) {
        Scratch scratch = new Scratch();
        MatmulKernels products = new MatmulKernels(team);
        factories = List.of(products, new TensorProductKernels(team, products, memory), new SparseMatmulKernels(team, scratch, randomKey), new SparsePolynomialKernels(team, scratch),
                new DropoutKernels(team, scratch, randomKey), new GatherKernels(team), new ScatterKernels(team), new SegmentKernels(team),
                new TopKKernels(team), new EdgeSoftmaxKernels(team), new SparseCrossEntropyKernels(team), new ElementLossKernels(),
                new ElementwiseKernels(team, scratch), new ReductionKernels(team, scratch),
                new CrossEntropyKernels(scratch), new SoftmaxKernels(team, scratch), new MovementKernels(team),
                new ConvolutionKernels(team, memory), new NativeKernels());
    }

    /** @throws IllegalArgumentException if nothing can run the op */
    public Kernel create(Site site) {
        return factories.stream().flatMap(factory -> factory.create(site).stream()).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Op '" + site.op().opName() + "' of variable '" + site.name() + "' cannot be compiled: nothing here can run it"));
    }
}
