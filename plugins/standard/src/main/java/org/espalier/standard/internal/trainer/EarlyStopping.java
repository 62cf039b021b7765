package org.espalier.standard.internal.trainer;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Decides after each epoch whether its weights are the ones to keep and whether to go on, as in GND-Nets (arXiv 2201.09698), section 2. An epoch is
 * progress if its accuracy <em>or</em> its loss is at least as good as the best so far; its weights are kept if <em>both</em> are. Ties
 * count as progress. Without an accuracy the loss alone decides.
 */
final class EarlyStopping {
    private final int patience;
    private double bestAccuracy;
    private double bestLoss = Double.POSITIVE_INFINITY;
    private int waited;

    /** @param patience epochs without progress after which to stop; 0 for never */
    EarlyStopping(int patience) {
        this.patience = patience;
    }

    /** Takes an epoch's score into account. Returns whether its weights are to be kept. */
    boolean keeps(ValidationScore score) {
        boolean lower = score.loss() <= bestLoss;
        boolean righter = score.accuracy().isPresent() ? score.accuracy().getAsDouble() >= bestAccuracy : lower;
        waited = lower || righter ? 0 : waited + 1;
        bestLoss = Math.min(bestLoss, score.loss());
        bestAccuracy = Math.max(bestAccuracy, score.accuracy().orElse(0));
        return lower && righter;
    }

    /** Whether patience has run out. */
    boolean stops() {
        return patience > 0 && waited >= patience;
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeDouble(bestAccuracy);
        out.writeDouble(bestLoss);
        out.writeInt(waited);
    }

    void readFrom(DataInput in) throws IOException {
        bestAccuracy = in.readDouble();
        bestLoss = in.readDouble();
        waited = in.readInt();
    }
}
