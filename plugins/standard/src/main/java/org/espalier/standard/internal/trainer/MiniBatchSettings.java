package org.espalier.standard.internal.trainer;

import org.espalier.api.config.Param;

/** Parameters of {@link MiniBatchTrainer}. */
public record MiniBatchSettings(
        @Param(value = "Passes over the training part at most", def = "50", min = 1, unit = "epochs") int epochs,
        @Param(value = "Stop after so many epochs without progress on the validation part; 0 goes on to the end", def = "0", min = 0, unit = "epochs") int patience,
        @Param(value = "Examples in a step; the whole training part if that is smaller", def = "32", min = 1, unit = "examples") int batchSize,
        @Param(value = "Size of the optimizer's steps", def = "0.001", min = 0) double learningRate,
        OptimizerSettings optimizer) {
}
