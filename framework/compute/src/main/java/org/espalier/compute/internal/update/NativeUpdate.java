package org.espalier.compute.internal.update;

import java.util.Optional;

import org.espalier.compute.internal.memory.NativeMemory;
import org.espalier.compute.internal.memory.Raw;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;

/** Any updater of ND4J. It turns a copy of the gradient into the update, so that the gradient can still be read after. */
final class NativeUpdate implements Update {
    private final GradientUpdater<?> updater;
    private final INDArray parameters;
    private final INDArray gradients;
    private final INDArray update;
    private final Optional<INDArray> decayed;

    /** @param decays whether steps will have weight decay */
    NativeUpdate(IUpdater updater, Vectors vectors, boolean decays, NativeMemory memory) {
        boolean stateless = vectors.state().isEmpty();
        this.updater = updater.instantiate(stateless ? null : row(vectors.state()), false);
        this.parameters = row(vectors.parameters());
        this.gradients = row(vectors.gradients());
        this.update = memory.array(gradients.dataType(), gradients.shape());
        this.decayed = decays ? Optional.of(memory.array(parameters.dataType(), parameters.shape())) : Optional.empty();
    }

    /** What ND4J's updaters take. */
    private static INDArray row(INDArray vector) {
        return NativeMemory.view(vector, 0, 1, vector.length());
    }

    @Override
    public void apply(Step step) {
        Raw.copy(gradients, update);
        if (step.scale() != 1) {
            update.muli(step.scale());
        }
        decayed.ifPresent(room -> update.addi(parameters.mul(step.decay(), room)));
        updater.applyUpdater(update, Math.toIntExact(step.iteration()), 0);
        parameters.subi(update);
    }
}
