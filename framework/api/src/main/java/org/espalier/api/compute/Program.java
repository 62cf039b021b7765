package org.espalier.api.compute;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A compiled graph: static shapes, buffers allocated once, ops in a fixed order. Used on its lease's compute thread; on another, after {@link #close} and after the lease
 * was given back, methods throw an {@link IllegalStateException}. The same values fed give the same bits with the same number of threads.
 */
@ProviderType
public interface Program extends AutoCloseable {
    /**
     * Copies a value into a placeholder; it stays until the next feed.
     *
     * @throws IllegalArgumentException if there is no such placeholder or the shape differs, naming both
     */
    void feed(String placeholder, INDArray value);

    /**
     * Computes the outputs.
     *
     * @throws java.util.concurrent.CancellationException if the lease was cancelled; outputs are then undefined
     * @throws org.espalier.api.error.InputException      if a placeholder holds an index out of range, naming it
     * @throws org.espalier.api.error.DivergedException   if {@link Diagnostic#NAN_GUARD} was asked for and a number is not finite
     */
    void run();

    /**
     * The value of an output after a run.
     *
     * @return the program's own buffer, overwritten by the next run and freed by {@link #close}
     * @throws IllegalArgumentException if the variable is none of the request's outputs
     */
    INDArray output(String variable);

    /** Bytes of the buffers; 0 after {@link #close}. */
    long memory();

    /** Frees the buffers. Closing twice does nothing; giving the lease back closes its programs. */
    @Override
    void close();
}
