package org.espalier.compute.internal.program;

import org.espalier.compute.internal.memory.NativeMemory;
import org.espalier.compute.internal.memory.Raw;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;

/** Any updater of ND4J. It turns a copy of the gradient into the update, so that the gradient can still be read after. */
final class NativeRule implements UpdateRule {
    private final GradientUpdater<?> updater;
    private final INDArray parameters;
    private final INDArray gradients;
    private final INDArray update;

    NativeRule(GradientUpdater<?> updater, INDArray parameters, INDArray gradients, NativeMemory memory) {
        this.updater = updater;
        this.parameters = parameters;
        this.gradients = gradients;
        this.update = memory.array(gradients.dataType(), 1, gradients.length());
    }

    @Override
    public void apply(int iteration) {
        Raw.copy(gradients, update);
        updater.applyUpdater(update, iteration, 0);
        parameters.subi(update);
    }
}
