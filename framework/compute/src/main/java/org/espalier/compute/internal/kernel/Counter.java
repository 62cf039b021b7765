package org.espalier.compute.internal.kernel;

import java.nio.charset.StandardCharsets;

/** Random bits by key, stream, iteration and index. The mixing function is the finaliser of SplitMix64 (Steele, Lea and Flood, 2014). */
final class Counter {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final long stream;

    Counter(long key, String stream) {
        this.stream = mix(key ^ mix(hash(stream)));
    }

    /** Where an iteration starts. */
    long start(long iteration) {
        return mix(stream + iteration * GOLDEN);
    }

    /** 64 bits. */
    static long bits(long start, long index) {
        return mix(start + index * GOLDEN);
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
