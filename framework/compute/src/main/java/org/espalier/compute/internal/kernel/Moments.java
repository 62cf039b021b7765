package org.espalier.compute.internal.kernel;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

import org.espalier.compute.internal.kernel.Steps.Value;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.impl.summarystats.Variance;

/** Variances and what is normalised by them, in two passes: first the mean, then the squares of the differences. */
final class Moments {
    private Moments() {
    }

    static List<Elements> variance(Operation op) {
        int[] dimensions = op.op().getDimensions();
        Steps steps = new Steps(op, dimensions == null ? new int[0] : dimensions);
        double count = steps.width() - (((Variance) op.op()).isBiasCorrected() ? 1 : 0);
        DoubleUnaryOperator end = op.op().opName().equals("std") ? sum -> Math.sqrt(sum / count) : sum -> sum / count;
        steps.sumTo(0, in -> in.get(0).minus(in.get(1)).square(), end, steps.input(0), mean(steps, steps.input(0)));
        return steps.all();
    }

    /** Of the variance, 2 (x - mean) / n; of the standard deviation s, (x - mean) / (n s). */
    static List<Elements> varianceGradient(Operation op) {
        DynamicCustomOp custom = (DynamicCustomOp) op.op();
        if (op.inputs().size() != 2) {
            return List.of();
        }
        Steps steps = new Steps(op, Compositions.dimensions(op));
        boolean[] flags = custom.bArgs();
        double count = steps.width() - (flags.length > 1 && flags[1] ? 1 : 0);
        Value x = steps.input(0);
        Value mean = mean(steps, x);
        if (custom.opName().equals("reduce_variance_bp")) {
            steps.result(0, in -> in.get(0).minus(in.get(1)).times(2 / count).times(in.get(2)), x, mean, steps.reduced(1));
        } else {
            Value inverse = steps.sum(in -> in.get(0).minus(in.get(1)).square(), sum -> 1 / Math.sqrt(sum * count), x, mean);
            steps.result(0, in -> in.get(0).minus(in.get(1)).times(in.get(3)).times(in.get(2)), x, mean, steps.reduced(1), inverse);
        }
        return steps.all();
    }

    /** x / norm. */
    static List<Elements> normGradient(Operation op) {
        if (op.inputs().size() != 2) {
            return List.of();
        }
        Steps steps = new Steps(op, Compositions.dimensions(op));
        Value x = steps.input(0);
        Value inverse = steps.sum(in -> in.get(0).square(), sum -> sum == 0 ? 0 : 1 / Math.sqrt(sum), x);
        steps.result(0, in -> in.get(0).times(in.get(1)).times(in.get(2)), x, inverse, steps.reduced(1));
        return steps.all();
    }

    static List<Elements> standardize(Operation op) {
        Steps steps = new Steps(op, Compositions.dimensions(op));
        Value x = steps.input(0);
        Value mean = mean(steps, x);
        steps.result(0, in -> in.get(0).minus(in.get(1)).times(in.get(2)), x, mean, inverseDeviation(steps, x, mean));
        return steps.all();
    }

    static List<Elements> standardizeGradient(Operation op) {
        Steps steps = new Steps(op, Compositions.dimensions(op));
        Value x = steps.input(0);
        Value g = steps.input(1);
        Value mean = mean(steps, x);
        Value inverse = inverseDeviation(steps, x, mean);
        Value standard = steps.each(in -> in.get(0).minus(in.get(1)).times(in.get(2)), x, mean, inverse);
        back(steps, standard, g, inverse);
        return steps.all();
    }

    /** Inputs are x, gain and perhaps bias, both along one dimension. */
    static List<Elements> layerNorm(Operation op) {
        Steps steps = new Steps(op, Compositions.dimensions(op));
        int channel = channel(op);
        Value x = steps.input(0);
        Value mean = mean(steps, x);
        Value inverse = inverseDeviation(steps, x, mean);
        Value gain = steps.along(1, channel);
        if (op.inputs().size() == 2) {
            steps.result(0, in -> in.get(0).minus(in.get(1)).times(in.get(2)).times(in.get(3)), x, mean, inverse, gain);
        } else {
            steps.result(0, in -> in.get(0).minus(in.get(1)).times(in.get(2)).times(in.get(3)).plus(in.get(4)), x, mean, inverse, gain, steps.along(2, channel));
        }
        return steps.all();
    }

    /** Inputs are those of the op and the gradient of its output; outputs are the gradients by the inputs. */
    static List<Elements> layerNormGradient(Operation op) {
        Steps steps = new Steps(op, Compositions.dimensions(op));
        int channel = channel(op);
        Value x = steps.input(0);
        Value g = steps.input(op.inputs().size() - 1);
        Value mean = mean(steps, x);
        Value inverse = inverseDeviation(steps, x, mean);
        Value standard = steps.each(in -> in.get(0).minus(in.get(1)).times(in.get(2)), x, mean, inverse);
        Value scaled = steps.each(in -> in.get(0).times(in.get(1)), g, steps.along(1, channel));
        steps.sumAlong(1, channel, in -> in.get(0).times(in.get(1)), g, standard);
        if (op.inputs().size() == 4) {
            steps.sumAlong(2, channel, in -> in.get(0), g);
        }
        back(steps, standard, scaled, inverse);
        return steps.all();
    }

    private static int channel(Operation op) {
        boolean[] flags = ((DynamicCustomOp) op.op()).bArgs();
        return flags.length > 0 && flags[0] ? 1 : op.shape(0).length - 1;
    }

    /** With s = (x - mean) / deviation: (g - mean of g - s mean of s g) / deviation. */
    private static void back(Steps steps, Value standard, Value g, Value inverse) {
        Value mean = mean(steps, g);
        Value product = steps.sum(in -> in.get(0).times(in.get(1)), new End.Share(steps.width()), standard, g);
        steps.result(0, in -> in.get(0).minus(in.get(1)).minus(in.get(2).times(in.get(3))).times(in.get(4)), g, mean, standard, product, inverse);
    }

    private static Value mean(Steps steps, Value x) {
        return steps.sum(in -> in.get(0), new End.Share(steps.width()), x);
    }

    /** As ND4J has it, 0 where all are equal. */
    private static Value inverseDeviation(Steps steps, Value x, Value mean) {
        return steps.sum(in -> in.get(0).minus(in.get(1)).square(), new End.InverseRoot(steps.width()), x, mean);
    }
}
