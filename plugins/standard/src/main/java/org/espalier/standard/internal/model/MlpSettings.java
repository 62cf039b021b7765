package org.espalier.standard.internal.model;

import java.util.List;
import java.util.Optional;

import org.espalier.api.config.Param;
import org.espalier.api.run.Artefact;

/** Parameters of {@link Mlp}. */
public record MlpSettings(
        @Param(value = "Width of each hidden layer, from the input on", def = "32", min = 1) List<Integer> hidden,
        @Param(value = "What follows each hidden layer", def = "relu") Activation activation,
        @Param(value = "Chance of dropping a hidden unit in a training step", def = "0", min = 0, max = 1, maxExclusive = true) double dropout,
        @Param(value = "Weight of half the sum of squared weights (not biases) in the loss", def = "0", min = 0) double l2,
        @Param("Weights of an earlier stage to start from: hidden layers must fit, the output layer is taken over if it does") Optional<Artefact> weights) {
    public MlpSettings {
        hidden = List.copyOf(hidden);
    }
}
