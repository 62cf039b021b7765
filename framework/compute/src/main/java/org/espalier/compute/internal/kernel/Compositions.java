package org.espalier.compute.internal.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

import org.espalier.compute.internal.graph.BatchNormGradient;
import org.espalier.compute.internal.graph.OutputGradient;
import org.nd4j.linalg.api.ops.DynamicCustomOp;

/**
 * Ops that take several passes, since something must be summed before it is used: softmax, normalisation, moments and their gradients, over any dimensions;
 * by ND4J's names.
 */
final class Compositions {
    private Compositions() {
    }

    /** Empty for other ops. */
    static List<Elements> steps(Operation op) {
        if (op.op() instanceof OutputGradient gradient) {
            return switch (gradient.kind()) {
                case SOFTMAX -> softmaxGradient(op);
                case LOG_SOFTMAX -> logSoftmaxGradient(op);
                default -> List.of();
            };
        }
        return switch (op.op().opName()) {
            case "softmax" -> softmax(op);
            case "log_softmax" -> logSoftmax(op);
            case "var", "std" -> Moments.variance(op);
            case "reduce_variance_bp", "reduce_stdev_bp" -> Moments.varianceGradient(op);
            case "reduce_norm2_bp" -> Moments.normGradient(op);
            case "standardize" -> Moments.standardize(op);
            case "standardize_bp" -> Moments.standardizeGradient(op);
            case "layer_norm" -> Moments.layerNorm(op);
            case "batchnorm" -> BatchNormalisation.forward(op);
            case BatchNormGradient.NAME -> BatchNormalisation.gradient(op);
            case "layer_norm_bp" -> Moments.layerNormGradient(op);
            default -> List.of();
        };
    }

    static int[] dimensions(Operation op) {
        return Arrays.stream(((DynamicCustomOp) op.op()).iArgs()).mapToInt(Math::toIntExact).toArray();
    }

    private static Steps overAxis(Operation op) {
        int[] dimensions = dimensions(op);
        return new Steps(op, dimensions.length == 0 ? -1 : dimensions[0]);
    }

    private static List<Elements> softmax(Operation op) {
        Steps steps = overAxis(op);
        Steps.Value x = steps.input(0);
        Steps.Value powers = steps.each(in -> in.get(0).minus(in.get(1)).exp(Double.NEGATIVE_INFINITY, 0), x, steps.largest(x));
        Steps.Value factor = steps.sum(in -> in.get(0), sum -> 1 / sum, powers);
        steps.result(0, in -> in.get(0).times(in.get(1)), powers, factor);
        return steps.all();
    }

    private static List<Elements> logSoftmax(Operation op) {
        Steps steps = overAxis(op);
        Steps.Value x = steps.input(0);
        Steps.Value largest = steps.largest(x);
        DoubleUnaryOperator log = Math::log;
        Steps.Value logSum = steps.sum(in -> in.get(0).minus(in.get(1)).exp(Double.NEGATIVE_INFINITY, 0), log, x, largest);
        steps.result(0, in -> in.get(0).minus(in.get(1)).minus(in.get(2)), x, largest, logSum);
        return steps.all();
    }

    /** From the output y and its gradient g: y (g - the sum of y g). */
    private static List<Elements> softmaxGradient(Operation op) {
        Steps steps = overAxis(op);
        Steps.Value y = steps.input(0);
        Steps.Value g = steps.input(1);
        Steps.Value product = steps.sum(in -> in.get(0).times(in.get(1)), sum -> sum, y, g);
        steps.result(0, in -> in.get(0).times(in.get(1).minus(in.get(2))), y, g, product);
        return steps.all();
    }

    /** From the output y and its gradient g: g - e^y times the sum of g. */
    private static List<Elements> logSoftmaxGradient(Operation op) {
        Steps steps = overAxis(op);
        Steps.Value y = steps.input(0);
        Steps.Value g = steps.input(1);
        Steps.Value sum = steps.sum(in -> in.get(0), all -> all, g);
        steps.result(0, in -> in.get(1).minus(in.get(0).exp().times(in.get(2))), y, g, sum);
        return steps.all();
    }
}
