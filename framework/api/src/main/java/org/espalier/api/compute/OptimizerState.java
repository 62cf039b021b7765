package org.espalier.api.compute;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import org.osgi.annotation.versioning.ProviderType;

/**
 * How far a training has come: the updates done and what the optimizer remembers of them. Training programs of several shapes that share it, and so its
 * parameters, make one training, in whatever order they are stepped; closing some of them loses nothing. Belongs to the lease, and is used on its compute thread.
 */
@ProviderType
public interface OptimizerState {
    /** What is trained. */
    Parameters parameters();

    /** How it is trained. */
    Optimizer optimizer();

    /** Updates done, by all programs together. */
    long iteration();

    /** Writes iteration and state (not the parameters) in the safetensors format. */
    void writeTo(OutputStream out) throws IOException;

    /**
     * Reads what {@link #writeTo} wrote for parameters of the same names and shapes and the same optimizer.
     *
     * @throws org.espalier.api.error.DataException if it does not fit, naming the first tensor that does not; the state is then undefined
     */
    void readFrom(InputStream in) throws IOException;
}
