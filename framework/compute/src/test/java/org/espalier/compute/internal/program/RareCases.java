package org.espalier.compute.internal.program;

import java.util.function.BiFunction;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ops.impl.layers.convolution.BatchNorm;
import org.nd4j.linalg.api.ops.impl.reduce.custom.LogSumExp;
import org.nd4j.linalg.factory.Nd4j;

/** Graphs of ops in their less usual forms: channels first, more dimensions, without what is optional. */
final class RareCases {
    private final Cases cases;

    RareCases(Cases cases) {
        this.cases = cases;
        shapes();
        numbers();
        normalisations();
    }

    private void graph(String name, BiFunction<SameDiff, SDVariable, SDVariable> op) {
        cases.graph(name, op);
    }

    private SDVariable variable(SameDiff sd, String name, int seed, long... shape) {
        return sd.var(name, cases.random(seed, shape));
    }

    private void shapes() {
        graph("split into parts of other sizes", (sd, x) -> {
            SDVariable[] parts = sd.splitV(x.mul(2), sd.constant(Nd4j.createFromArray(1, 3, 1)), 3, 1);
            return parts[1].mul(parts[0]).add(parts[2]);
        });
        graph("split into rows of other counts", (sd, x) -> sd.splitV(x, sd.constant(Nd4j.createFromArray(1, 3)), 2, 0)[1]);
        graph("bias of channels first", (sd, x) -> sd.nn.biasAdd(x.reshape(2, 2, 5, 1), variable(sd, "b", 8, 2), true));
        graph("bias of channels last", (sd, x) -> sd.nn.biasAdd(x.reshape(2, 1, 2, 5), variable(sd, "b", 8, 5), false));
        graph("sorted segment min", (sd, x) -> sd.segmentMin(x, sd.constant(Nd4j.createFromArray(0, 1, 1, 2))));
        graph("logSumExp keeping dimensions", (sd, x) -> x.sub(new LogSumExp(sd, x.mul(3), true, new int[] {1}).outputVariable()));
        graph("logSumExp of the outer, keeping dimensions", (sd, x) -> new LogSumExp(sd, x.reshape(2, 2, 5), true, new int[] {0, 2}).outputVariable());
    }

    private void numbers() {
        graph("maximum with a number", (sd, x) -> sd.scalarMax(x, 0.1).mul(x));
        graph("minimum with a number", (sd, x) -> sd.scalarMin(x, 0.1).mul(x));
        graph("prelu with a slope for each column", (sd, x) -> sd.nn.prelu(x.reshape(2, 2, 5), variable(sd, "slope", 3, 1, 5), 1));
        graph("prelu with a slope for each row", (sd, x) -> sd.nn.prelu(x.reshape(2, 2, 5), variable(sd, "slope", 3, 2, 1), 2));
    }

    private void normalisations() {
        graph("layer norm of channels first", (sd, x) -> sd.nn.layerNorm(x.reshape(2, 2, 5), variable(sd, "gain", 27, 2), variable(sd, "bias", 28, 2), true, 1));
        graph("layer norm of channels first over all but the batch", (sd, x) -> sd.nn.layerNorm(x.reshape(2, 2, 5), variable(sd, "gain", 27, 2), variable(sd, "bias", 28, 2), true, 1, 2));
        graph("layer norm over all but the batch", (sd, x) -> sd.nn.layerNorm(x.reshape(2, 2, 5), variable(sd, "gain", 27, 5), variable(sd, "bias", 28, 5), false, 1, 2));
        graph("layer norm of images", (sd, x) -> sd.nn.layerNorm(sd.tile(x, 1, 2).reshape(2, 2, 5, 2), variable(sd, "gain", 27, 2), true, 1, 2, 3));
        graph("standardize over the last two", (sd, x) -> sd.math.standardize(x.reshape(2, 2, 5), 1, 2));
        graph("batch norm without gain and bias", (sd, x) -> norm(sd, x, false, false));
        graph("batch norm without bias", (sd, x) -> norm(sd, x, true, false));
        graph("batch norm without gain", (sd, x) -> norm(sd, x, false, true));
    }

    private SDVariable norm(SameDiff sd, SDVariable x, boolean gain, boolean bias) {
        SDVariable mean = variable(sd, "m", 41, 5);
        SDVariable variance = sd.math.square(variable(sd, "v", 42, 5));
        SDVariable last = gain ? variable(sd, "gain", 27, 5) : bias ? variable(sd, "bias", 28, 5) : null;
        SDVariable[] in = last == null ? new SDVariable[] {x, mean, variance} : new SDVariable[] {x, mean, variance, last};
        return new BatchNorm(sd, in, null, null, false, gain, bias, 0.01, new int[] {1}).outputVariable();
    }
}
