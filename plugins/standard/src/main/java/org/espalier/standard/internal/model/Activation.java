package org.espalier.standard.internal.model;

import java.util.function.UnaryOperator;

import org.nd4j.autodiff.samediff.SDVariable;

/** What follows a hidden layer's sum. */
public enum Activation {
    /** max(0, x). */
    RELU(x -> x.getSameDiff().nn().relu(x, 0)),
    /** Hyperbolic tangent. */
    TANH(x -> x.getSameDiff().math().tanh(x)),
    /** 1 / (1 + exp(-x)). */
    SIGMOID(x -> x.getSameDiff().nn().sigmoid(x));

    private final UnaryOperator<SDVariable> function;

    Activation(UnaryOperator<SDVariable> function) {
        this.function = function;
    }

    SDVariable of(SDVariable input) {
        return function.apply(input);
    }
}
