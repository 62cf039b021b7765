package org.espalier.core.internal.bench;

import java.util.Arrays;

import org.espalier.core.bench.Timing.Spread;

/** Calls work again and again and looks at the clock. */
final class Stopwatch {
    /** Enough for the just-in-time compiler to be done with every loop of a step; training is mostly longer. */
    private static final long WARM_UP_NANOSECONDS = 3_000_000_000L;

    private Stopwatch() {
    }

    /** At least once. */
    static void warmUp(Runnable work) {
        long begin = System.nanoTime();
        do {
            work.run();
        } while (System.nanoTime() - begin < WARM_UP_NANOSECONDS);
    }

    static Spread time(Runnable work, int repetitions) {
        double[] seconds = new double[repetitions];
        for (int i = 0; i < repetitions; i++) {
            long begin = System.nanoTime();
            work.run();
            seconds[i] = (System.nanoTime() - begin) / 1e9;
        }
        Arrays.sort(seconds);
        return new Spread((seconds[(repetitions - 1) / 2] + seconds[repetitions / 2]) / 2, seconds[0], seconds[repetitions - 1]);
    }
}
