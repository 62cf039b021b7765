package org.espalier.compute.internal.kernel;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.nd4j.linalg.api.ndarray.INDArray;

import org.espalier.compute.internal.kernel.attention.SelectiveSoftmaxKernels;
import org.espalier.compute.internal.kernel.comparison.ComparisonKernels;
import org.espalier.compute.internal.kernel.convolution.ConvolutionKernels;
import org.espalier.compute.internal.kernel.indexing.EdgeSoftmaxKernels;
import org.espalier.compute.internal.kernel.indexing.GatherKernels;
import org.espalier.compute.internal.kernel.indexing.ScatterKernels;
import org.espalier.compute.internal.kernel.indexing.SegmentKernels;
import org.espalier.compute.internal.kernel.indexing.TopKKernels;
import org.espalier.compute.internal.kernel.movement.MovementKernels;
import org.espalier.compute.internal.kernel.pairs.PairPerceptronKernels;
import org.espalier.compute.internal.kernel.pairs.PairSumKernels;
import org.espalier.compute.internal.kernel.product.TensorProductKernels;
import org.espalier.compute.internal.memory.NativeMemory;

/** The kernel factories of a program, asked in order. */
public final class Kernels {
    private final List<KernelFactory> factories;
    private final ElementwiseKernels elementwise;
    private final long randomKey;

    /**
     * @param team      threads of the lease
     * @param randomKey key of all masks
     * @param memory    for what kernels need beside their inputs and outputs
     */
    public Kernels(Team team, long randomKey, NativeMemory memory) {
        Scratch scratch = new Scratch();
        Numbers<float[]> floats = new Numbers<>(team.size(), FloatVectors::new);
        Numbers<double[]> doubles = new Numbers<>(team.size(), DoubleVectors::new);
        this.randomKey = randomKey;
        elementwise = new ElementwiseKernels(team, floats, doubles, randomKey);
        MatmulKernels products = new MatmulKernels(team);
        factories = List.of(products, new TensorProductKernels(team, products, memory), new PointwisePerceptronKernels(team, memory), new PairPerceptronKernels(team, memory), new PairSumKernels(team),
                new SparseMatmulKernels(team, scratch, randomKey), new SparsePolynomialKernels(team, scratch), new GatherKernels(team), new ScatterKernels(team), new SegmentKernels(team),
                new TopKKernels(team), new SelectiveSoftmaxKernels(team), new EdgeSoftmaxKernels(team), new SparseCrossEntropyKernels(team, floats, doubles), elementwise,
                new ExtremeGradientKernels(scratch), new ComparisonKernels(), new MovementKernels(team), new ConvolutionKernels(team, memory), new NativeKernels());
    }

    /** @throws IllegalArgumentException if nothing can run the op */
    public Kernel create(Site site) {
        return factories.stream().flatMap(factory -> factory.create(site).stream()).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Op '" + site.op().opName() + "' of variable '" + site.name() + "' cannot be compiled: nothing here can run it"));
    }

    /**
     * A kernel that does several ops in one pass.
     *
     * @param arrays  of what the chain reads from outside and of the results, all of one type
     * @param results variables to write
     */
    public Kernel create(Chain chain, Map<String, INDArray> arrays, Set<String> results) {
        return elementwise.kernel(chain, arrays, results);
    }

    /** Key of all random masks. */
    public long randomKey() {
        return randomKey;
    }
}
