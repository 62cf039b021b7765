package org.espalier.api.metric;

import java.util.List;

/** What a trained model says of some examples, beside the truth. Arrays are not copied and must not be changed. */
public sealed interface Predictions {
    /** Number of examples. */
    int size();

    /**
     * Scores per class.
     *
     * @param truth   class of each example, 0-based
     * @param scores  unnormalised log-probabilities (logits), row-major [examples, classes]
     * @param classes number of classes, at least 1
     */
    record ClassScores(int[] truth, double[] scores, int classes) implements Predictions {
        /** Name of this kind in annotations. */
        public static final String KIND = "class-scores";

        public ClassScores {
            if (scores.length != truth.length * classes) {
                throw new IllegalArgumentException(scores.length + " scores for " + truth.length + " examples of " + classes + " classes");
            }
        }

        @Override
        public int size() {
            return truth.length;
        }

        /** The class with the greatest score; the first of equals. */
        public int predicted(int example) {
            int best = 0;
            for (int c = 1; c < classes; c++) {
                if (scores[example * classes + c] > scores[example * classes + best]) {
                    best = c;
                }
            }
            return best;
        }
    }

    /**
     * One number per example.
     *
     * @param truth     true values
     * @param predicted predicted values, as many
     */
    record Values(double[] truth, double[] predicted) implements Predictions {
        /** Name of this kind in annotations. */
        public static final String KIND = "values";

        public Values {
            if (truth.length != predicted.length) {
                throw new IllegalArgumentException(predicted.length + " predictions for " + truth.length + " examples");
            }
        }

        @Override
        public int size() {
            return truth.length;
        }
    }

    /**
     * An order of things, best first, by score.
     *
     * @param names  what is ranked
     * @param scores a score for each; the greatest is best, of equals the first
     * @param truth  true place of each, 0 the best, all different; {@value #UNKNOWN} where it is not known
     */
    record Ranking(List<String> names, double[] scores, int[] truth) implements Predictions {
        /** Name of this kind in annotations. */
        public static final String KIND = "ranking";

        /** The place of something whose true place is not known. */
        public static final int UNKNOWN = -1;

        public Ranking {
            names = List.copyOf(names);
            if (scores.length != names.size() || truth.length != names.size()) {
                throw new IllegalArgumentException(scores.length + " scores and " + truth.length + " true places for " + names.size() + " names");
            }
        }

        @Override
        public int size() {
            return names.size();
        }
    }
}
