package org.espalier.api.compute.op;

import java.util.Collections;
import java.util.List;

import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Independent random numbers, new in every step. They follow from the program's random key, the stream's name, the iteration and the element's index, so a
 * resumed run draws the same. Nothing flows back through them.
 */
public final class Noise extends GraphOp {
    /** As shown in profiles and messages. */
    public static final String NAME = "espalier_noise";

    private final Distribution distribution;
    private final double probability;
    private final String stream;

    /** What is drawn. */
    public enum Distribution {
        /** From 0, inclusive, to 1, exclusive. */
        UNIFORM,
        /** With mean 0 and variance 1. */
        NORMAL,
        /** 1 with a probability, otherwise 0. */
        BERNOULLI
    }

    private Noise(SDVariable like, Distribution distribution, double probability, String stream) {
        super(like.getSameDiff(), like);
        this.distribution = distribution;
        this.probability = probability;
        this.stream = stream;
    }

    /**
     * Numbers from [0, 1), of the shape and type of {@code like}.
     *
     * @param stream name of the numbers; those of different names are independent
     */
    public static SDVariable uniform(SDVariable like, String stream) {
        return new Noise(like, Distribution.UNIFORM, 0, stream).outputVariable();
    }

    /**
     * Standard normal numbers, of the shape and type of {@code like}.
     *
     * @param stream name of the numbers; those of different names are independent
     */
    public static SDVariable normal(SDVariable like, String stream) {
        return new Noise(like, Distribution.NORMAL, 0, stream).outputVariable();
    }

    /**
     * Ones and zeros, of the shape and type of {@code like}.
     *
     * @param probability of a 1, in [0, 1]
     * @param stream      name of the numbers; those of different names are independent
     * @throws IllegalArgumentException if the probability is outside its range
     */
    public static SDVariable bernoulli(SDVariable like, double probability, String stream) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("Noise '" + stream + "': the probability of a 1 is " + probability + ", but must be in [0, 1]");
        }
        return new Noise(like, Distribution.BERNOULLI, probability, stream).outputVariable();
    }

    public Distribution distribution() {
        return distribution;
    }

    /** Of a 1; meaningless for other distributions. */
    public double probability() {
        return probability;
    }

    /** Name of the numbers. */
    public String stream() {
        return stream;
    }

    @Override
    public String opName() {
        return NAME;
    }

    @Override
    public long[] outputShape(List<long[]> inputs) {
        return inputs.get(0);
    }

    @Override
    public List<SDVariable> doDiff(List<SDVariable> gradients) {
        return Collections.singletonList(null);
    }
}
