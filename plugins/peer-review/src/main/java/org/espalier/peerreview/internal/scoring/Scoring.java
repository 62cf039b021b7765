package org.espalier.peerreview.internal.scoring;

/** G, the scores of models as authors, as a function of w, the weights of reviewers. */
public interface Scoring {
    /** Number of models. */
    int models();

    /** Number of reviewers. */
    int reviewers();

    /** For each reviewer whether it has any judgment. */
    boolean[] present();

    /** N: for each model its number of judgments by the reviewers that take part. */
    double[] contestsBy(boolean[] active);

    /**
     * Scores at weights.
     *
     * @param weights  w, one per reviewer
     * @param active   whose judgments count
     * @param previous scores of the epoch before; all {@link #start()} at first
     */
    Scores at(double[] weights, boolean[] active, double[] previous);

    /** The score every model has before the first epoch, where that matters. */
    default double start() {
        return 0;
    }
}
