package org.espalier.data.numpy;

/**
 * The random numbers of {@code numpy.random.RandomState(seed)}, which published protocols rest on: the Mersenne Twister MT19937
 * (Matsumoto and Nishimura 1998), seeded as in the reference code of 2002. Not for anything but reproducing such protocols.
 */
public final class LegacyRandom {
    private static final int SIZE = 624;
    private static final int SHIFT = 397;
    private static final int TWIST = 0x9908b0df;

    private final int[] state = new int[SIZE];
    private int next = SIZE;

    /**
     * @param seed in [0, 2^32)
     * @throws IllegalArgumentException if it is outside
     */
    public LegacyRandom(long seed) {
        if (seed < 0 || seed > 0xffffffffL) {
            throw new IllegalArgumentException("The seed of NumPy's legacy generator is in [0, 2^32), not " + seed);
        }
        state[0] = (int) seed;
        for (int i = 1; i < SIZE; i++) {
            state[i] = 1812433253 * (state[i - 1] ^ state[i - 1] >>> 30) + i;
        }
    }

    /** The next 32 random bits. */
    public int nextInt() {
        if (next == SIZE) {
            twist();
        }
        int word = state[next++];
        word ^= word >>> 11;
        word ^= word << 7 & 0x9d2c5680;
        word ^= word << 15 & 0xefc60000;
        return word ^ word >>> 18;
    }

    /** A number in [0, max], both included: words are cut to the bits of {@code max} and drawn again until one fits. */
    public int bounded(int max) {
        int mask = max == 0 ? 0 : -1 >>> Integer.numberOfLeadingZeros(max);
        int drawn;
        do {
            drawn = nextInt() & mask;
        } while (drawn > max);
        return drawn;
    }

    /** The numbers 0 .. n-1 as {@code shuffle} leaves them: exchanged from the end. */
    public int[] permutation(int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        for (int i = n - 1; i > 0; i--) {
            int j = bounded(i);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
        return order;
    }

    private void twist() {
        for (int i = 0; i < SIZE; i++) {
            int y = state[i] & 0x80000000 | state[(i + 1) % SIZE] & 0x7fffffff;
            state[i] = state[(i + SHIFT) % SIZE] ^ y >>> 1 ^ ((y & 1) == 0 ? 0 : TWIST);
        }
        next = 0;
    }
}
