package org.espalier.api.compute;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.osgi.annotation.versioning.ProviderType;

/** A program with gradients and an optimizer whose state lives in place: its own, or one that it shares with others. */
@ProviderType
public interface TrainingProgram extends Program {
    /**
     * Forward, backward, update.
     *
     * @return the loss before the update
     * @throws java.util.concurrent.CancellationException if the lease was cancelled; the parameters may then be half updated
     * @throws org.espalier.api.error.InputException      if a placeholder holds an index out of range, naming it
     * @throws org.espalier.api.error.DivergedException   if {@link Diagnostic#NAN_GUARD} was asked for and a number is not finite; nothing is updated then
     */
    double step();

    /**
     * Forward and backward without update. Throws what {@link #step} does.
     *
     * @return the loss
     */
    double gradients();

    /** Applies the gradients last computed. {@link #gradients()} then {@code update()} is {@link #step()}. */
    void update();

    /**
     * The gradient of the loss by a parameter, after {@link #step()} or {@link #gradients()} and before any clipping.
     *
     * @return of the parameter's shape: the program's own buffer, overwritten by the next step
     * @throws IllegalArgumentException if there is no such parameter
     */
    INDArray gradient(String parameter);

    /** Updates done, those of programs that share the state included. With the parameters and {@link #writeState}, all that a bit-equal continuation needs. */
    long iteration();

    /** Writes iteration and optimizer state (not the parameters) in the safetensors format. */
    void writeState(OutputStream out) throws IOException;

    /**
     * Reads what {@link #writeState} wrote for the same graph and optimizer.
     *
     * @throws org.espalier.api.error.DataException if it does not fit, naming the first tensor that does not; the state is then undefined
     */
    void readState(InputStream in) throws IOException;
}
