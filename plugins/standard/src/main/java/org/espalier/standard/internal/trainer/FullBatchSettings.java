package org.espalier.standard.internal.trainer;

import org.espalier.api.config.Param;

/** Parameters of {@link FullBatchTrainer}. */
public record FullBatchSettings(
        @Param(value = "Steps at most; each sees all the data", def = "200", min = 1, unit = "epochs") int epochs,
        @Param(value = "Stop after so many epochs without progress on the validation part; 0 goes on to the end", def = "0", min = 0, unit = "epochs") int patience,
        @Param(value = "Size of the optimizer's steps", def = "0.01", min = 0) double learningRate,
        OptimizerSettings optimizer) {
}
