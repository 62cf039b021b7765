package org.espalier.compute.internal.kernel;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.nd4j.linalg.api.ndarray.INDArray;

/** The kernel factories of a program, asked in order. */
public final class Kernels {
    private final List<KernelFactory> factories;
    private final ElementwiseKernels elementwise;
    private final long randomKey;

    /**
     * @param team      threads of the lease
     * @param randomKey key of all masks
     */
    public Kernels(Team team, long randomKey) {
        Scratch scratch = new Scratch();
        Numbers<float[]> floats = new Numbers<>(team.size(), FloatVectors::new);
        Numbers<double[]> doubles = new Numbers<>(team.size(), DoubleVectors::new);
        this.randomKey = randomKey;
        elementwise = new ElementwiseKernels(team, floats, doubles, randomKey);
        factories = List.of(new MatmulKernels(team), new SparseMatmulKernels(team, scratch, randomKey), new SparsePolynomialKernels(team, scratch),
                new GatherGradientKernels(scratch), elementwise,
                new CrossEntropyKernels(scratch), new NativeKernels());
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
