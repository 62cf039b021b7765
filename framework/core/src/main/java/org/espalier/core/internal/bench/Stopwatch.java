package org.espalier.core.internal.bench;

import java.util.Arrays;

import org.espalier.core.bench.Timing.Spread;

/** What calling work again and again took. */
final class Stopwatch {
    /** Enough for the just-in-time compiler to be done with every loop of a step; training is mostly longer. */
    private static final long WARM_UP_NANOSECONDS = 3_000_000_000L;
    private static final long BRIEF_NANOSECONDS = 3_000_000_000L;

    private final double[] seconds;

    private Stopwatch(double[] seconds) {
        this.seconds = seconds;
    }

    /** At least once. */
    static void warmUp(Runnable work) {
        long begin = System.nanoTime();
        do {
            work.run();
        } while (System.nanoTime() - begin < WARM_UP_NANOSECONDS);
    }

    static Stopwatch time(Runnable work, int repetitions) {
        return time(work, repetitions, Long.MAX_VALUE);
    }

    /** At least once; no call begins when some seconds have passed. */
    static Stopwatch briefly(Runnable work, int most) {
        return time(work, most, BRIEF_NANOSECONDS);
    }

    private static Stopwatch time(Runnable work, int most, long limit) {
        double[] seconds = new double[most];
        long first = System.nanoTime();
        int calls = 0;
        do {
            long begin = System.nanoTime();
            work.run();
            seconds[calls++] = (System.nanoTime() - begin) / 1e9;
        } while (calls < most && System.nanoTime() - first < limit);
        Arrays.sort(seconds, 0, calls);
        return new Stopwatch(Arrays.copyOf(seconds, calls));
    }

    int calls() {
        return seconds.length;
    }

    Spread spread() {
        int calls = seconds.length;
        return new Spread((seconds[(calls - 1) / 2] + seconds[calls / 2]) / 2, seconds[0], seconds[calls - 1]);
    }
}
