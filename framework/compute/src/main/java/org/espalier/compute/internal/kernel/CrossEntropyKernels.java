package org.espalier.compute.internal.kernel;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.espalier.compute.internal.memory.Raw;
import org.nd4j.autodiff.loss.LossReduce;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.impl.loss.SoftmaxCrossEntropyLoss;
import org.nd4j.linalg.api.ops.impl.loss.bp.SoftmaxCrossEntropyLossBp;

/**
 * Softmax cross-entropy of logits and label distributions [rows, classes] in single precision, with one weight for all rows and without label
 * smoothing, and its gradients by logits, weight and labels.
 */
final class CrossEntropyKernels implements KernelFactory {
    private final Scratch scratch;

    CrossEntropyKernels(Scratch scratch) {
        this.scratch = scratch;
    }

    @Override
    public Optional<Kernel> create(Site site) {
        boolean known = site.op() instanceof SoftmaxCrossEntropyLoss || site.op() instanceof SoftmaxCrossEntropyLossBp;
        return known && isTaken(site) ? Optional.of(kernel(site)) : Optional.empty();
    }

    private static boolean isTaken(Site site) {
        INDArray logits = site.input();
        double[] smoothing = ((DynamicCustomOp) site.op()).tArgs();
        return Pieces.areTaken(site.inputs(), site.outputs()) && logits.rank() == 2 && site.inputs().get(1).length() == 1
                && Arrays.equals(logits.shape(), site.inputs().get(2).shape()) && (smoothing.length == 0 || smoothing[0] == 0);
    }

    private Kernel kernel(Site site) {
        LossReduce reduce = LossReduce.values()[(int) ((DynamicCustomOp) site.op()).iArgs()[0]];
        int rows = Math.toIntExact(site.input().size(0));
        int classes = Math.toIntExact(site.input().size(1));
        FloatBuffer weight = Raw.floats(site.inputs().get(1));
        CrossEntropy entropy = new CrossEntropy(Raw.floats(site.input()), Raw.floats(site.inputs().get(2)), rows, classes, scratch);
        List<FloatBuffer> out = site.outputs().stream().map(Raw::floats).toList();
        if (out.size() > 1) {
            return iteration -> {
                double sum = entropy.gradients(share(reduce, weight.get(0), rows), out.get(0), out.get(2));
                out.get(1).put(0, (float) (sum * shareOfWeight(reduce, rows)));
            };
        }
        if (reduce == LossReduce.NONE) {
            return iteration -> entropy.each(weight.get(0), out.get(0));
        }
        return iteration -> out.get(0).put(0, (float) (entropy.sum() * share(reduce, weight.get(0), rows)));
    }

    /** What a row's entropy counts in the loss. */
    static double share(LossReduce reduce, float weight, int rows) {
        return switch (reduce) {
            case NONE, SUM -> weight;
            case MEAN_BY_WEIGHT -> weight == 0 ? 0 : 1.0 / rows;
            case MEAN_BY_NONZERO_WEIGHT_COUNT -> (double) weight / rows;
        };
    }

    /** The derivative of {@link #share} by the weight. */
    static double shareOfWeight(LossReduce reduce, int rows) {
        return switch (reduce) {
            case NONE, SUM -> 1;
            case MEAN_BY_WEIGHT -> 0;
            case MEAN_BY_NONZERO_WEIGHT_COUNT -> 1.0 / rows;
        };
    }
}
