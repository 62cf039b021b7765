package org.espalier.compute.internal.kernel;

import java.util.Arrays;
import java.util.Optional;

import org.espalier.compute.internal.memory.NativeMemory;
import org.espalier.compute.internal.memory.Raw;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.impl.reduce.bp.MaxBp;
import org.nd4j.linalg.api.ops.impl.reduce.bp.MinBp;

/** Gradients of the largest and the smallest over any dimensions: each goes to the first element that is as large or as small. Inputs: x, gradient, perhaps dimensions. */
final class ExtremeGradientKernels implements KernelFactory {
    private final Scratch scratch;

    ExtremeGradientKernels(Scratch scratch) {
        this.scratch = scratch;
    }

    @Override
    public Optional<Kernel> create(Site site) {
        boolean known = site.op() instanceof MaxBp || site.op() instanceof MinBp;
        if (!known || !Numbers.areTaken(site.inputs().subList(0, 2), site.outputs())) {
            return Optional.empty();
        }
        long[] shape = site.input().shape();
        long[] kept = Reductions.kept(shape, dimensions(site));
        int results = Math.toIntExact(NativeMemory.length(kept));
        return site.inputs().get(1).length() != results ? Optional.empty() : Walk.of(kept, shape).map(walk -> kernel(site, walk, site.op() instanceof MaxBp ? 1 : -1));
    }

    private static int[] dimensions(Site site) {
        return site.inputs().size() > 2 ? site.inputs().get(2).toIntVector() : Arrays.stream(((DynamicCustomOp) site.op()).iArgs()).mapToInt(Math::toIntExact).toArray();
    }

    private Kernel kernel(Site site, Walk walk, int sign) {
        Memory<?> x = memory(site.input());
        Memory<?> gradient = memory(site.inputs().get(1));
        Memory<?> out = memory(site.output());
        int[] places = new int[gradient.size()];
        return iteration -> {
            double[] extremes = scratch.doubles(0, gradient.size());
            Arrays.fill(places, -1);
            for (int i = 0; i < x.size(); i++) {
                int element = walk.element(i);
                double value = sign * x.get(i);
                if (places[element] < 0 || value > extremes[element]) {
                    extremes[element] = value;
                    places[element] = i;
                }
                out.put(i, 0);
            }
            for (int element = 0; element < places.length; element++) {
                out.put(places[element], gradient.get(element));
            }
        };
    }

    private static Memory<?> memory(INDArray array) {
        return array.dataType() == DataType.FLOAT ? new FloatMemory(Raw.floats(array)) : new DoubleMemory(Raw.doubles(array));
    }
}
