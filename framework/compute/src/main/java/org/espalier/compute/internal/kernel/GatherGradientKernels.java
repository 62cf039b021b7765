package org.espalier.compute.internal.kernel;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Optional;

import org.espalier.compute.internal.graph.GatherGradient;
import org.espalier.compute.internal.memory.NativeMemory;
import org.espalier.compute.internal.memory.Raw;

/** Adds slices at their places, in the order of the indices. */
final class GatherGradientKernels implements KernelFactory {
    private final Scratch scratch;

    GatherGradientKernels(Scratch scratch) {
        this.scratch = scratch;
    }

    @Override
    public Optional<Kernel> create(Site site) {
        if (!(site.op() instanceof GatherGradient gather)) {
            return Optional.empty();
        }
        Places places = places(gather, site);
        return Optional.of(switch (site.type()) {
            case FLOAT -> floats(places, Raw.floats(site.input()), Raw.floats(site.output()));
            case DOUBLE -> doubles(places, Raw.doubles(site.input()), Raw.doubles(site.output()));
            default -> throw new IllegalArgumentException("Gradients of gather are floats or doubles, not " + site.type() + " as in variable '" + site.name() + "'");
        });
    }

    private static Places places(GatherGradient gather, Site site) {
        long[] shape = site.output().shape();
        int axis = gather.axis() < 0 ? gather.axis() + shape.length : gather.axis();
        int outer = Math.toIntExact(NativeMemory.length(Arrays.copyOf(shape, axis)));
        int inner = Math.toIntExact(NativeMemory.length(Arrays.copyOfRange(shape, axis + 1, shape.length)));
        return new Places(site.inputs().get(1), outer, Math.toIntExact(shape[axis]), inner, site.name());
    }

    private Kernel floats(Places places, FloatBuffer gradient, FloatBuffer result) {
        return iteration -> {
            float[] in = scratch.floats(0, gradient.capacity());
            float[] out = scratch.floats(1, result.capacity());
            gradient.get(0, in, 0, gradient.capacity());
            Arrays.fill(out, 0, result.capacity(), 0);
            int from = 0;
            for (int to : places.offsets()) {
                for (int end = to + places.inner(); to < end; to++) {
                    out[to] += in[from++];
                }
            }
            result.put(0, out, 0, result.capacity());
        };
    }

    private Kernel doubles(Places places, DoubleBuffer gradient, DoubleBuffer result) {
        return iteration -> {
            double[] in = scratch.doubles(0, gradient.capacity());
            double[] out = scratch.doubles(1, result.capacity());
            gradient.get(0, in, 0, gradient.capacity());
            Arrays.fill(out, 0, result.capacity(), 0);
            int from = 0;
            for (int to : places.offsets()) {
                for (int end = to + places.inner(); to < end; to++) {
                    out[to] += in[from++];
                }
            }
            result.put(0, out, 0, result.capacity());
        };
    }
}
