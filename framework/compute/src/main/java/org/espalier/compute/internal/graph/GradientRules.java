package org.espalier.compute.internal.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.nd4j.autodiff.functions.DifferentialFunction;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.ops.SDMath;
import org.nd4j.linalg.api.ops.impl.layers.convolution.BatchNorm;
import org.nd4j.linalg.api.ops.impl.loss.BaseLoss;
import org.nd4j.linalg.api.ops.impl.loss.SoftmaxCrossEntropyWithLogitsLoss;
import org.nd4j.linalg.api.ops.impl.loss.SparseSoftmaxCrossEntropyLossWithLogits;
import org.nd4j.linalg.api.ops.impl.reduce.TensorMmul;
import org.nd4j.linalg.api.ops.impl.reduce.bp.SumBp;
import org.nd4j.linalg.api.ops.impl.reduce.custom.LogSumExp;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinear;
import org.nd4j.linalg.api.ops.impl.shape.Gather;
import org.nd4j.linalg.api.ops.impl.shape.GatherNd;
import org.nd4j.linalg.api.ops.impl.shape.SplitV;
import org.nd4j.linalg.api.ops.impl.transforms.clip.ClipByValue;
import org.nd4j.linalg.api.ops.impl.transforms.custom.LogSoftMax;
import org.nd4j.linalg.api.ops.impl.transforms.custom.Min;
import org.nd4j.linalg.api.ops.impl.transforms.custom.SoftMax;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Sigmoid;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Tanh;

/** Gradients by ops: their own, except where those of ND4J 1.0.0-M2.1 are wrong or cannot be compiled. */
final class GradientRules {
    private static final String ND4J = "org.nd4j.";
    private static final String LOSSES = BaseLoss.class.getPackageName();

    /** The gradient of the loss by itself, a constant 1. */
    private final SDVariable one;

    /** @param one null if what is minimised is not in the graph */
    GradientRules(SDVariable one) {
        this.one = one;
    }

    /** Gradients by the inputs; may be fewer, or null for an input that has none. */
    List<SDVariable> differentiate(DifferentialFunction op, List<SDVariable> ofOutputs) {
        SDVariable gradient = ofOutputs.get(0);
        if (op instanceof Gather gather) {
            return List.of(ofGather(gather, gradient));
        }
        if (op instanceof GatherNd gather) {
            return List.of(new GatherNdGradient(gather.getSameDiff(), gradient, gather.arg(1), gather.arg(0)).outputVariable());
        }
        if (op instanceof LogSumExp sum) {
            return List.of(ofLogSumExp(sum, gradient));
        }
        if (op instanceof TensorMmul product) {
            return List.of(new TensorProductGradient(product, gradient).outputVariables());
        }
        if (op instanceof SplitV split) {
            return List.of(split.getSameDiff().concat(Math.toIntExact(split.getIArgument(0)), ofOutputs.toArray(SDVariable[]::new)));
        }
        if (op.getClass() == Min.class) {
            return List.of(new MinimumGradient(op.arg(0), op.arg(1), gradient).outputVariables());
        }
        if (op instanceof ClipByValue clip && clip.tArgs().length == 2) {
            return List.of(ofClip(clip, gradient));
        }
        if (op instanceof BatchNorm norm) {
            requireOneAxis(norm);
            return List.of(new BatchNormGradient(norm, gradient).outputVariables());
        }
        Optional<OutputGradient> byOutput = ofActivation(op, gradient);
        if (byOutput.isPresent()) {
            return List.of(byOutput.get().outputVariable());
        }
        boolean scales = op.getClass().getPackageName().equals(LOSSES) && gradient != one;
        return scales ? scaled(op, gradient) : op.doDiff(ofOutputs);
    }

    /**
     * ND4J's own compute the function a second time. A class derived from one of ND4J's may have a gradient of its own, and elements of 16 bits are left to
     * ND4J.
     */
    private static Optional<OutputGradient> ofActivation(DifferentialFunction op, SDVariable gradient) {
        if (!op.getClass().getPackageName().startsWith(ND4J) || gradient.dataType().width() < Float.BYTES) {
            return Optional.empty();
        }
        if (op instanceof SoftMax softmax) {
            return Optional.of(new OutputGradient(OutputGradient.Kind.SOFTMAX, op.outputVariable(), gradient, softmax.iArgs()));
        }
        if (op instanceof LogSoftMax softmax) {
            return Optional.of(new OutputGradient(OutputGradient.Kind.LOG_SOFTMAX, op.outputVariable(), gradient, softmax.iArgs()));
        }
        if (op instanceof Sigmoid) {
            return Optional.of(new OutputGradient(OutputGradient.Kind.SIGMOID, op.outputVariable(), gradient));
        }
        if (op instanceof Tanh) {
            return Optional.of(new OutputGradient(OutputGradient.Kind.TANH, op.outputVariable(), gradient));
        }
        boolean atZero = op instanceof RectifiedLinear relu && relu.scalar().getDouble(0) == 0;
        return atZero ? Optional.of(new OutputGradient(OutputGradient.Kind.RELU, op.outputVariable(), gradient)) : Optional.empty();
    }

    /** The arguments are two flags and the axes. */
    private static void requireOneAxis(BatchNorm norm) {
        if (norm.numIArguments() > 3) {
            throw new IllegalArgumentException("batch normalisation over one axis has a gradient, but this is over " + (norm.numIArguments() - 2)
                    + ". Reshape its input so that they become one");
        }
    }

    /** ND4J's own is a loop over the indices, and repeated indices overwrite one another. */
    private static SDVariable ofGather(Gather op, SDVariable gradient) {
        return new GatherGradient(op.getSameDiff(), gradient, op.arg(1), op.arg(0), op.iArgs()[0]).outputVariable();
    }

    /** exp(x - logsumexp(x)) times the gradient, both spread over the dimensions summed. ND4J's own forgets to sum if dimensions are given. */
    private static SDVariable ofLogSumExp(LogSumExp op, SDVariable gradient) {
        return spread(op, gradient).mul(op.getSameDiff().math.exp(op.arg(0).sub(spread(op, op.outputVariable()))));
    }

    /** What lies within the bounds. ND4J's own compares, casts and multiplies, one array after the other. */
    private static SDVariable ofClip(ClipByValue op, SDVariable gradient) {
        SDMath math = op.getSameDiff().math;
        return gradient.mul(math.step(op.arg(), op.tArgs()[0])).mul(math.step(op.arg().neg(), -op.tArgs()[1]));
    }

    private static SDVariable spread(LogSumExp op, SDVariable sums) {
        SameDiff graph = op.getSameDiff();
        boolean kept = op.numTArguments() > 0 && op.getTArgument(0) != 0;
        if (op.args().length > 1) {
            return new SumBp(graph, op.arg(0), sums, kept, op.arg(1)).outputVariable();
        }
        return new SumBp(graph, op.arg(0), sums, kept, Arrays.stream(op.iArgs()).mapToInt(Math::toIntExact).toArray()).outputVariable();
    }

    /** ND4J's losses take their own result for what is minimised, whatever is done with it after. */
    private static List<SDVariable> scaled(DifferentialFunction loss, SDVariable gradient) {
        SDVariable factor = isOnePerRow(loss) ? loss.getSameDiff().expandDims(gradient, -1) : gradient;
        return loss.doDiff(List.of(gradient)).stream().map(factor::mul).toList();
    }

    private static boolean isOnePerRow(DifferentialFunction loss) {
        return loss instanceof SparseSoftmaxCrossEntropyLossWithLogits || loss instanceof SoftmaxCrossEntropyWithLogitsLoss;
    }
}
