package org.espalier.compute.internal.kernel;

import java.nio.charset.StandardCharsets;

/**
 * Dropout masks from a counter-based generator: whether an element is kept follows from key, stream, iteration and index alone, so any thread can
 * ask for any element, the gradient sees the mask of the value, and a resumed run draws the same. The mixing function is the
 * finaliser of SplitMix64 (Steele, Lea and Flood, 2014).
 */
final class Masks {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final long stream;
    private final long threshold;
    private final double scale;

    Masks(long key, String stream, double rate) {
        this.stream = mix(key ^ mix(hash(stream)));
        this.threshold = Math.round(rate * 0x1p32);
        this.scale = 1 / (1 - rate);
    }

    /** What {@link #apply} needs, once per iteration. */
    long start(long iteration) {
        return mix(stream + iteration * GOLDEN);
    }

    /** 0 for a dropped element, value / (1 - rate) for a kept one. */
    float apply(long start, long index, float value) {
        return Float.intBitsToFloat(Float.floatToRawIntBits(value * (float) scale) & (int) kept(start, index));
    }

    /** 0 for a dropped element, value / (1 - rate) for a kept one. */
    double apply(long start, long index, double value) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(value * scale) & kept(start, index));
    }

    /** All bits set for a kept element, none for a dropped one: no branch, since nobody could predict it. */
    private long kept(long start, long index) {
        return ~((mix(start + index * GOLDEN) >>> 32) - threshold >> 63);
    }

    private static long mix(long z) {
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    /** FNV-1a over the name's bytes. */
    private static long hash(String name) {
        long hash = 0xCBF29CE484222325L;
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ b & 0xFF) * 0x100000001B3L;
        }
        return hash;
    }
}
