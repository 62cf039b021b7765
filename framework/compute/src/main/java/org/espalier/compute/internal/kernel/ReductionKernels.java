package org.espalier.compute.internal.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.espalier.compute.internal.memory.NativeMemory;
import org.nd4j.autodiff.functions.DifferentialFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.impl.reduce.bp.MeanBp;
import org.nd4j.linalg.api.ops.impl.reduce.bp.SquaredNormBp;
import org.nd4j.linalg.api.ops.impl.reduce.bp.SumBp;
import org.nd4j.linalg.api.ops.impl.reduce.floating.Mean;
import org.nd4j.linalg.api.ops.impl.reduce.floating.SquaredNorm;
import org.nd4j.linalg.api.ops.impl.reduce.same.Sum;

/** Sums, means and sums of squares in single precision, over dimensions that lie side by side, or over all but such; and their gradients. */
final class ReductionKernels implements KernelFactory {
    private final Team team;
    private final Scratch scratch;

    ReductionKernels(Team team, Scratch scratch) {
        this.team = team;
        this.scratch = scratch;
    }

    @Override
    public Optional<Kernel> create(Site site) {
        DifferentialFunction op = site.op();
        if (op instanceof Sum || op instanceof Mean || op instanceof SquaredNorm) {
            return reduction(site);
        }
        return op instanceof SumBp || op instanceof MeanBp || op instanceof SquaredNormBp ? gradient(site) : Optional.empty();
    }

    private Optional<Kernel> reduction(Site site) {
        INDArray x = site.input();
        if (!Pieces.areTaken(List.of(x), site.outputs())) {
            return Optional.empty();
        }
        long[] kept = kept(x, site.op().getDimensions() == null ? new int[0] : site.op().getDimensions());
        double factor = site.op() instanceof Mean ? share(kept, x) : 1;
        return new Pieces(x).read(x).write(site.output(), kept, factor).kernel(site.op() instanceof SquaredNorm ? ReductionKernels::squares : ReductionKernels::copy, team, scratch);
    }

    private Optional<Kernel> gradient(Site site) {
        INDArray x = site.input();
        INDArray gradient = site.inputs().get(1);
        if (!Pieces.areTaken(List.of(x, gradient), site.outputs())) {
            return Optional.empty();
        }
        long[] kept = kept(x, dimensions(site));
        Pieces pieces = new Pieces(x).read(gradient, kept);
        if (site.op() instanceof SquaredNormBp) {
            return pieces.read(x).write(site.output()).kernel(ReductionKernels::doubleProduct, team, scratch);
        }
        float factor = (float) (site.op() instanceof MeanBp ? share(kept, x) : 1);
        return pieces.write(site.output()).kernel(scale(factor), team, scratch);
    }

    private static int[] dimensions(Site site) {
        return site.inputs().size() > 2 ? site.inputs().get(2).toIntVector()
                : Arrays.stream(((DynamicCustomOp) site.op()).iArgs()).mapToInt(Math::toIntExact).toArray();
    }

    /** The shape with 1 for what is summed; no dimensions means all. */
    private static long[] kept(INDArray x, int[] dimensions) {
        long[] kept = x.shape().clone();
        if (dimensions.length == 0 || dimensions[0] == Integer.MAX_VALUE) {
            Arrays.fill(kept, 1);
        } else {
            Arrays.stream(dimensions).forEach(dimension -> kept[dimension < 0 ? dimension + kept.length : dimension] = 1);
        }
        return kept;
    }

    private static double share(long[] kept, INDArray x) {
        return (double) NativeMemory.length(kept) / x.length();
    }

    private static void copy(float[][] in, float[][] out, int count) {
        System.arraycopy(in[0], 0, out[0], 0, count);
    }

    private static void squares(float[][] in, float[][] out, int count) {
        float[] x = in[0];
        float[] y = out[0];
        for (int i = 0; i < count; i++) {
            y[i] = x[i] * x[i];
        }
    }

    private static void doubleProduct(float[][] in, float[][] out, int count) {
        float[] g = in[0];
        float[] x = in[1];
        float[] y = out[0];
        for (int i = 0; i < count; i++) {
            y[i] = 2 * g[i] * x[i];
        }
    }

    private static Loop scale(float factor) {
        return (in, out, count) -> {
            float[] g = in[0];
            float[] y = out[0];
            for (int i = 0; i < count; i++) {
                y[i] = g[i] * factor;
            }
        };
    }
}
