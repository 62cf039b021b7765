package org.espalier.standard.internal.trainer;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Decides after each look at the validation part whether its weights are the ones to keep and whether to go on, by a {@link StoppingRule}. */
final class EarlyStopping {
    /** With {@link StoppingRule#RISING_LOSS}, looks needed beside those that rose. */
    private static final int LOOKS_BESIDE = 2;

    private final StoppingRule rule;
    private final int patience;
    private double bestAccuracy;
    private double bestLoss = Double.POSITIVE_INFINITY;
    private double lastLoss = Double.POSITIVE_INFINITY;
    private int looks;
    private int waited;

    /** By accuracy and loss. */
    EarlyStopping(int patience) {
        this(StoppingRule.ACCURACY_OR_LOSS, patience);
    }

    /** @param patience looks without progress after which to stop; 0 for never */
    EarlyStopping(StoppingRule rule, int patience) {
        this.rule = rule;
        this.patience = patience;
    }

    /** Takes a look's score into account. Returns whether its weights are to be kept. */
    boolean keeps(ValidationScore score) {
        boolean lower = rule == StoppingRule.ACCURACY_OR_LOSS ? score.loss() <= bestLoss : score.loss() < bestLoss;
        boolean righter = score.accuracy().isPresent() ? score.accuracy().getAsDouble() >= bestAccuracy : lower;
        boolean progress = switch (rule) {
            case ACCURACY_OR_LOSS -> lower || righter;
            case LOSS -> lower;
            case RISING_LOSS -> score.loss() <= lastLoss;
        };
        waited = progress ? 0 : waited + 1;
        looks++;
        lastLoss = score.loss();
        bestLoss = Math.min(bestLoss, score.loss());
        bestAccuracy = Math.max(bestAccuracy, score.accuracy().orElse(0));
        return rule == StoppingRule.ACCURACY_OR_LOSS ? lower && righter : lower;
    }

    /** Whether patience has run out. */
    boolean stops() {
        return patience > 0 && waited >= patience && (rule != StoppingRule.RISING_LOSS || looks >= patience + LOOKS_BESIDE);
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeDouble(bestAccuracy);
        out.writeDouble(bestLoss);
        out.writeDouble(lastLoss);
        out.writeInt(looks);
        out.writeInt(waited);
    }

    void readFrom(DataInput in) throws IOException {
        bestAccuracy = in.readDouble();
        bestLoss = in.readDouble();
        lastLoss = in.readDouble();
        looks = in.readInt();
        waited = in.readInt();
    }
}
