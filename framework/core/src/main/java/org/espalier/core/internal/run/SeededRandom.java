package org.espalier.core.internal.run;

import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import org.espalier.api.run.RandomSource;

/** Derives everything from the seed and the purpose's name by hashing, so the order of asking does not matter. */
public record SeededRandom(long seed) implements RandomSource {
    private static final RandomGeneratorFactory<RandomGenerator> FACTORY = RandomGeneratorFactory.of("L64X128MixRandom");
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    @Override
    public RandomGenerator generator(String purpose) {
        return FACTORY.create(key(purpose));
    }

    @Override
    public long key(String purpose) {
        long hash = mix(seed + GOLDEN);
        for (byte b : purpose.getBytes(StandardCharsets.UTF_8)) {
            hash = mix(hash * 31 + b + GOLDEN);
        }
        return hash;
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014): every input bit reaches every output bit. */
    private static long mix(long z) {
        long y = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        y = (y ^ y >>> 27) * 0x94D049BB133111EBL;
        return y ^ y >>> 31;
    }
}
