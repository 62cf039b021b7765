package org.espalier.peerreview.internal.scoring;

import java.util.Arrays;

/**
 * Finds weights of reviewers that agree with their scores as authors: plain gradient descent on {@link Consistency} (section 4 of the paper). What it reports are weights and scores of the
 * last epoch before its step.
 */
public final class ConsistencyOptimisation {
    private final Scoring scoring;
    private final Schedule schedule;

    public ConsistencyOptimisation(Scoring scoring, Schedule schedule) {
        this.scoring = scoring;
        this.schedule = schedule;
    }

    /**
     * One epoch, before its step.
     *
     * @param epoch    from 0
     * @param weights  w
     * @param scores   G
     * @param loss     1 - Pearson
     * @param gradient of the loss by V z + c
     */
    public record Epoch(int epoch, double[] weights, double[] scores, double loss, double[] gradient) {
    }

    /** Is told of every epoch. */
    @FunctionalInterface
    public interface Listener {
        void epoch(Epoch epoch);
    }

    /** Optimises from a start, which stays as it is, with the judgments of the active reviewers. Returns the last epoch. */
    public Epoch run(Weighting start, boolean[] active, Listener listener) {
        Weighting weighting = start.copy();
        double[] previous = new double[scoring.models()];
        Arrays.fill(previous, scoring.start());
        Epoch last = null;
        for (int epoch = 0; epoch < schedule.epochs(); epoch++) {
            last = look(epoch, weighting.weights(), active, previous);
            listener.epoch(last);
            weighting.descend(last.gradient(), schedule.rate(epoch));
            previous = last.scores();
        }
        return last;
    }

    private Epoch look(int epoch, double[] weights, boolean[] active, double[] previous) {
        Scores scores = scoring.at(weights, active, previous);
        Consistency consistency = Consistency.of(weights, scores.values());
        double[] gradient = Arrays.copyOf(consistency.byWeights(), weights.length);
        for (int j = 0, at = 0; j < scoring.models(); j++) {
            double byScore = consistency.byScores()[j];
            for (int s = 0; s < weights.length; s++, at++) {
                gradient[s] += scores.derivative()[at] * byScore;
            }
        }
        for (int s = 0; s < weights.length; s++) {
            gradient[s] *= weights[s] * (1 - weights[s]);
        }
        return new Epoch(epoch, weights, scores.values(), consistency.loss(), gradient);
    }
}
