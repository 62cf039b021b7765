package org.espalier.bench;

import java.util.Map;
import java.util.Optional;

import org.espalier.api.compute.Optimizer;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Something to time.
 *
 * @param output    what is computed
 * @param loss      what is differentiated; if absent, only the output is computed
 * @param optimizer how parameters change; if absent, gradients are computed and not applied
 * @param inputs    values of placeholders, fed before every call as a trainer feeds a batch
 */
record Case(SDVariable output, Optional<SDVariable> loss, Optional<Optimizer> optimizer, Map<String, INDArray> inputs) {

    /** The output alone. */
    static Case forward(SDVariable output) {
        return new Case(output, Optional.empty(), Optional.empty(), Map.of());
    }

    /** A whole training step. */
    static Case step(SDVariable loss, Optimizer optimizer, Map<String, INDArray> inputs) {
        return new Case(loss, Optional.of(loss), Optional.of(optimizer), inputs);
    }

    /** The loss and its gradients. */
    static Case gradients(SDVariable loss) {
        return new Case(loss, Optional.of(loss), Optional.empty(), Map.of());
    }
}
