package org.espalier.compute.internal.kernel;

/** Dropout masks. The gradient sees the mask of the value, since nothing but the index counts. */
final class Masks implements Draws {
    private final Counter counter;
    private final long threshold;
    private final double scale;

    Masks(long key, String stream, double rate) {
        this.counter = new Counter(key, stream);
        this.threshold = Math.round(rate * 0x1p32);
        this.scale = 1 / (1 - rate);
    }

    @Override
    public long start(long iteration) {
        return counter.start(iteration);
    }

    /** 0 for a dropped element, value / (1 - rate) for a kept one. */
    @Override
    public float apply(long start, long index, float value) {
        return Float.intBitsToFloat(Float.floatToRawIntBits(value * (float) scale) & (int) kept(start, index));
    }

    /** 0 for a dropped element, value / (1 - rate) for a kept one. */
    @Override
    public double apply(long start, long index, double value) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(value * scale) & kept(start, index));
    }

    /** 1 for a kept element, 0 for a dropped one. */
    int count(long start, long index) {
        return (int) (kept(start, index) & 1);
    }

    /** What kept elements are multiplied by. */
    double scale() {
        return scale;
    }

    /** All bits set for a kept element, none for a dropped one: no branch, since nobody could predict it. */
    private long kept(long start, long index) {
        return ~((Counter.bits(start, index) >>> 32) - threshold >> 63);
    }
}
