package org.espalier.compute.internal.kernel;

import org.espalier.api.compute.op.Noise;

/** Numbers of a distribution, whatever the element was. */
final class Samples implements Draws {
    private static final double FLOAT_STEP = 0x1p-24;
    private static final double DOUBLE_STEP = 0x1p-53;

    private final Counter counter;
    private final Noise noise;

    Samples(long key, Noise noise) {
        this.counter = new Counter(key, noise.stream());
        this.noise = noise;
    }

    @Override
    public long start(long iteration) {
        return counter.start(iteration);
    }

    /** Uniform numbers have 24 bits, so that none is rounded to 1. */
    @Override
    public float apply(long start, long index, float value) {
        return noise.distribution() == Noise.Distribution.UNIFORM ? (float) ((Counter.bits(start, index) >>> 40) * FLOAT_STEP) : (float) apply(start, index, (double) value);
    }

    @Override
    public double apply(long start, long index, double value) {
        return switch (noise.distribution()) {
            case UNIFORM -> uniform(start, index);
            case NORMAL -> normal(start, index);
            case BERNOULLI -> uniform(start, index) < noise.probability() ? 1 : 0;
        };
    }

    private static double uniform(long start, long index) {
        return (Counter.bits(start, index) >>> 11) * DOUBLE_STEP;
    }

    /** Box and Muller, A Note on the Generation of Random Normal Deviates (1958); one of the two numbers is enough, so that each has an index of its own. */
    private static double normal(long start, long index) {
        double radius = Math.sqrt(-2 * Math.log(1 - uniform(start, 2 * index)));
        return radius * Math.cos(2 * Math.PI * uniform(start, 2 * index + 1));
    }
}
