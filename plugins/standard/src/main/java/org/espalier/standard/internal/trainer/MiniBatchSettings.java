package org.espalier.standard.internal.trainer;

import org.espalier.api.config.Param;

/** Parameters of {@link MiniBatchTrainer}. */
public record MiniBatchSettings(
        @Param(value = "Passes over the training part at most", def = "50", min = 1, unit = "epochs") int epochs,
        @Param(value = "Stop after so many looks at the validation part without progress; 0 goes on to the end", def = "0", min = 0, unit = "looks") int patience,
        @Param(value = "Examples in a step", def = "32", min = 1, unit = "examples") int batchSize,
        @Param(value = "Size of the optimizer's steps", def = "0.001", min = 0) double learningRate,
        OptimizerSettings optimizer,
        @Param(value = "What is progress on the validation part: an accuracy or a loss as good as the best (accuracy-or-loss), the lowest loss so far (loss), or a loss that did not rise since the last look (rising-loss); the last two keep the weights of the lowest loss", def = "accuracy-or-loss") StoppingRule stopping,
        @Param(value = "Looks at the validation part in each epoch, evenly spread; at most one for each step", def = "1", min = 1, unit = "looks") int looksPerEpoch,
        @Param(value = "Examples of an epoch that do not fill its last batch: left out (drop), or a smaller batch (keep) in which each of them weighs more", def = "drop") LastBatch lastBatch) {

    /** One look in each epoch, judged by accuracy and loss. */
    public MiniBatchSettings(int epochs, int patience, int batchSize, double learningRate, OptimizerSettings optimizer) {
        this(epochs, patience, batchSize, learningRate, optimizer, StoppingRule.ACCURACY_OR_LOSS, 1);
    }

    /** Full batches only. */
    public MiniBatchSettings(int epochs, int patience, int batchSize, double learningRate, OptimizerSettings optimizer, StoppingRule stopping, int looksPerEpoch) {
        this(epochs, patience, batchSize, learningRate, optimizer, stopping, looksPerEpoch, LastBatch.DROP);
    }
}
