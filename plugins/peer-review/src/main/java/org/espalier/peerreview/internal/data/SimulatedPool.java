package org.espalier.peerreview.internal.data;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.espalier.data.judgment.VerdictPair;

/**
 * A made-up pool. Abilities run evenly from spread/2 to -spread/2; of a random pair, a is truly better with probability sigmoid(3 (ability of a - ability of b)); each of several distinct reviewers tells
 * the truth with a probability that runs evenly from best to worst reviewer, else the opposite; then, with another probability, it says tie instead.
 *
 * @param models    m, at least 2
 * @param pairs     pairs of answers, each of a question of its own
 * @param reviewers reviewers of each pair, at most m
 * @param spread    ability of the best model minus that of the worst
 * @param worst     probability that the least able reviewer tells the truth
 * @param best      probability that the most able one does
 * @param ties      probability of a tie
 */
record SimulatedPool(int models, long pairs, int reviewers, double spread, double worst, double best, double ties) {
    private static final double STEEPNESS = 3;

    /** Takes judgments. */
    @FunctionalInterface
    interface Sink<E extends Exception> {
        void judgment(long question, int first, int second, int reviewer, int verdicts) throws E;
    }

    /** Names of the models, the most able first. */
    List<String> names() {
        return IntStream.range(0, models).mapToObj(model -> "M" + model).toList();
    }

    /** Draws all judgments. */
    <E extends Exception> void draw(RandomGenerator random, Sink<E> sink) throws E {
        int[] panel = IntStream.range(0, models).toArray();
        for (long question = 0; question < pairs; question++) {
            int a = random.nextInt(models);
            int b = (a + 1 + random.nextInt(models - 1)) % models;
            boolean better = random.nextDouble() < 1 / (1 + Math.exp(-STEEPNESS * (ability(a) - ability(b))));
            for (int i = 0; i < reviewers; i++) {
                int chosen = i + random.nextInt(models - i);
                int reviewer = panel[chosen];
                panel[chosen] = panel[i];
                panel[i] = reviewer;
                sink.judgment(question, a, b, reviewer, verdicts(better, reviewer, random));
            }
        }
    }

    private double ability(int model) {
        return spread / 2 - spread * model / (models - 1);
    }

    private int verdicts(boolean better, int reviewer, RandomGenerator random) {
        boolean truthful = random.nextDouble() < worst + (best - worst) * (models - 1 - reviewer) / (models - 1);
        int outcome = random.nextDouble() < ties ? VerdictPair.TIE : better == truthful ? VerdictPair.FIRST_WINS : VerdictPair.SECOND_WINS;
        return VerdictPair.ofOutcome(outcome);
    }
}
