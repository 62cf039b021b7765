package org.espalier.compute.internal.kernel;

/**
 * How a formula is done: step by step at first, and in a loop of its own once that is worth generating and has shown itself faster, which takes until the JVM has compiled it. Both give
 * the same bits. Used by several threads, for which a number lost in counting does no harm.
 */
final class LoopWay {
    /** Elements times steps after which a class is generated: some 10 milliseconds of work. */
    private static final long WORTH_GENERATING = 100_000_000;
    /** Shorter pieces cannot be timed. */
    private static final int SHORTEST = 64;
    /** Calls with which a new class is run in, so that the JVM compiles it as a whole and not only the loop within: it asks for 600. */
    private static final int RUN_IN = 700;
    private static final int SHORT = 256;
    private static final int EVERY = 32;
    private static final int ENOUGH_WINS = 3;
    private static final int MOST_TRIALS = 100_000;

    private final LoopFormula formula;
    private final Class<?> type;
    private volatile GeneratedLoop chosen;
    private GeneratedLoop tried;
    private long work;
    private int trials;
    private int wins;
    private double stepByStep;

    /** @param type of the elements */
    LoopWay(LoopFormula formula, Class<?> type) {
        this.formula = formula;
        this.type = type;
    }

    <A> void run(Loop loop, Workspace<A> workspace, int count) {
        GeneratedLoop best = chosen;
        if (best != null) {
            loop.runGenerated(best, workspace, count);
        } else if (count < SHORTEST || formula.steps().size() == 1 || work < WORTH_GENERATING || trials > MOST_TRIALS) {
            loop.runSteps(workspace, count);
            work += (long) formula.steps().size() * count;
        } else {
            compare(loop, workspace, count);
        }
    }

    /** Whether a class was generated, whether or not it proved faster. */
    boolean isGenerated() {
        return tried != null;
    }

    private <A> void compare(Loop loop, Workspace<A> workspace, int count) {
        if (tried == null) {
            GeneratedLoop made = LoopWriter.generate(formula, type);
            for (int call = 0; call < RUN_IN; call++) {
                loop.runGenerated(made, workspace, Math.min(count, SHORT));
            }
            tried = made;
        }
        trials++;
        boolean step = trials % EVERY != 0;
        long start = System.nanoTime();
        if (step) {
            loop.runSteps(workspace, count);
        } else {
            loop.runGenerated(tried, workspace, count);
        }
        double time = (double) (System.nanoTime() - start) / count;
        if (step) {
            stepByStep = time;
        } else {
            wins = time < stepByStep ? wins + 1 : 0;
            if (wins == ENOUGH_WINS) {
                chosen = tried;
            }
        }
    }
}
