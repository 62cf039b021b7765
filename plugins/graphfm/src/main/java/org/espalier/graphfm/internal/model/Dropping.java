package org.espalier.graphfm.internal.model;

import org.espalier.api.compute.op.Dropout;
import org.espalier.api.model.Mode;
import org.nd4j.autodiff.samediff.SDVariable;

/** Dropout while training, none otherwise. */
final class Dropping {
    private final boolean on;

    Dropping(Mode mode) {
        this.on = mode == Mode.TRAINING;
    }

    /**
     * Drops elements.
     *
     * @param rate   probability of dropping one
     * @param stream name of the mask
     */
    SDVariable of(SDVariable x, double rate, String stream) {
        return on ? Dropout.of(x, rate, stream) : x;
    }
}
