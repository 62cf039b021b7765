package org.espalier.api.compute;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.osgi.annotation.versioning.ProviderType;

/** A program with gradients and an optimizer whose state lives in place: its own, or one that it shares with others. */
@ProviderType
public interface TrainingProgram extends Program {
    /** Forward, backward, update. Returns the loss before the update. */
    double step();

    /** Forward and backward without update. Returns the loss. */
    double gradients();

    /** Applies the gradients last computed. {@link #gradients()} then {@code update()} is {@link #step()}. */
    void update();

    /** The gradient of the loss by a parameter, after {@link #step()} or {@link #gradients()}: the program's own buffer. */
    INDArray gradient(String parameter);

    /** Updates done, those of programs that share the state included. With the parameters and {@link #writeState}, all that a bit-equal continuation needs. */
    long iteration();

    /** Writes iteration and optimizer state (not the parameters) in the safetensors format. */
    void writeState(OutputStream out) throws IOException;

    /** Reads what {@link #writeState} wrote for the same graph and optimizer. */
    void readState(InputStream in) throws IOException;
}
