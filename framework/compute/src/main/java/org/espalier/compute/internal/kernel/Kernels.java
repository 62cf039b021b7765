package org.espalier.compute.internal.kernel;

import java.util.List;

import org.espalier.compute.internal.kernel.indexing.EdgeSoftmaxKernels;
import org.espalier.compute.internal.kernel.indexing.GatherKernels;
import org.espalier.compute.internal.kernel.indexing.ScatterKernels;
import org.espalier.compute.internal.kernel.indexing.SegmentKernels;
import org.espalier.compute.internal.kernel.indexing.SparseCrossEntropyKernels;
import org.espalier.compute.internal.kernel.indexing.TopKKernels;
import org.espalier.compute.internal.kernel.movement.MovementKernels;

/** The kernel factories of a program, asked in order. */
public final class Kernels {
    private final List<KernelFactory> factories;

    /**
     * @param team      threads of the lease
     * @param randomKey key of all masks
     */
    public Kernels(Team team, long randomKey) {
        Scratch scratch = new Scratch();
        factories = List.of(new MatmulKernels(team), new SparseMatmulKernels(team, scratch, randomKey), new SparsePolynomialKernels(team, scratch),
                new DropoutKernels(team, scratch, randomKey), new GatherKernels(team), new ScatterKernels(team), new SegmentKernels(team),
                new TopKKernels(team), new EdgeSoftmaxKernels(team), new SparseCrossEntropyKernels(team), new ElementLossKernels(),
                new ElementwiseKernels(team, scratch), new ReductionKernels(team, scratch),
                new CrossEntropyKernels(scratch), new SoftmaxKernels(team, scratch), new MovementKernels(team), new NativeKernels());
    }

    /** @throws IllegalArgumentException if nothing can run the op */
    public Kernel create(Site site) {
        return factories.stream().flatMap(factory -> factory.create(site).stream()).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Op '" + site.op().opName() + "' of variable '" + site.name() + "' cannot be compiled: nothing here can run it"));
    }
}
