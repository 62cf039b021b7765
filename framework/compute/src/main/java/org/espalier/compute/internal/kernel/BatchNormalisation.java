package org.espalier.compute.internal.kernel;

import java.util.List;

import org.espalier.compute.internal.graph.BatchNormGradient;
import org.espalier.compute.internal.kernel.Steps.Value;
import org.nd4j.linalg.api.ops.impl.layers.convolution.BatchNorm;

/** Normalisation of each channel by a mean and a variance that are given: inputs are x, mean, variance and, as the op's flags say, gain and bias. */
final class BatchNormalisation {
    private final BatchNorm op;
    private final Operation site;
    private final Steps steps;
    private final double epsilon;
    private final int axis;

    private BatchNormalisation(BatchNorm op, Operation site) {
        this.op = op;
        this.site = site;
        this.steps = new Steps(site);
        this.epsilon = op.tArgs()[0];
        this.axis = op.numIArguments() > 2 ? Math.floorMod(op.getIArgument(2), site.shape(0).length) : site.shape(0).length - 1;
    }

    /** Empty for several axes. */
    static List<Elements> forward(Operation site) {
        BatchNorm op = (BatchNorm) site.op();
        return op.numIArguments() > 3 ? List.of() : new BatchNormalisation(op, site).forward();
    }

    /** Empty for several axes. */
    static List<Elements> gradient(Operation site) {
        BatchNorm op = ((BatchNormGradient) site.op()).of();
        return op.numIArguments() > 3 ? List.of() : new BatchNormalisation(op, site).gradient();
    }

    private boolean hasGain() {
        return op.getIArgument(0) != 0;
    }

    private boolean hasBias() {
        return op.getIArgument(1) != 0;
    }

    private Value channel(int input) {
        return steps.along(input, axis);
    }

    private List<Elements> forward() {
        Value standard = steps.each(this::standard, steps.input(0), channel(1), channel(2));
        Value scaled = hasGain() ? steps.each(in -> in.get(0).times(in.get(1)), standard, channel(3)) : standard;
        int bias = hasGain() ? 4 : 3;
        if (hasBias()) {
            steps.result(0, in -> in.get(0).plus(in.get(1)), scaled, channel(bias));
        } else {
            steps.result(0, in -> in.get(0), scaled);
        }
        return steps.all();
    }

    private Term standard(List<Term> in) {
        return in.get(0).minus(in.get(1)).over(deviation(in.get(2)));
    }

    private Term deviation(Term variance) {
        return variance.plus(epsilon).sqrt();
    }

    /** With s = (x - mean) / deviation and h = gain g / deviation: by x, h; by the mean, -h; by the variance, -s h / (2 deviation); by the gain, s g; by the bias, g. */
    private List<Elements> gradient() {
        Value g = steps.input(site.inputs().size() - 1);
        Value scaled = hasGain() ? steps.each(in -> in.get(0).times(in.get(1)), g, channel(3)) : g;
        Value standard = steps.each(this::standard, steps.input(0), channel(1), channel(2));
        steps.result(0, in -> in.get(0).over(deviation(in.get(1))), scaled, channel(2));
        steps.sumAlong(1, axis, in -> in.get(0).over(deviation(in.get(1))).negative(), scaled, channel(2));
        steps.sumAlong(2, axis, in -> in.get(0).times(in.get(1)).over(in.get(2).plus(epsilon)).times(-0.5), scaled, standard, channel(2));
        if (hasGain()) {
            steps.sumAlong(3, axis, in -> in.get(0).times(in.get(1)), g, standard);
        }
        if (hasBias()) {
            steps.sumAlong(hasGain() ? 4 : 3, axis, in -> in.get(0), g);
        }
        return steps.all();
    }
}
