package org.espalier.api.compute;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.osgi.annotation.versioning.ProviderType;

/** A compiled graph: static shapes, buffers allocated once, ops in a fixed order. Used on its lease's compute thread. */
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
     * @throws java.util.concurrent.CancellationException if the lease was cancelled
     */
    void run();

    /** The value of an output after a run: the program's own buffer, overwritten by the next. */
    INDArray output(String variable);

    /** Bytes of the buffers. */
    long memory();

    @Override
    void close();
}
