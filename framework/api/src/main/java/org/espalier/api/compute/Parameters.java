package org.espalier.api.compute;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.osgi.annotation.versioning.ProviderType;

/** Named tensors that programs of one lease share, in the order of their names. Belongs to the lease, and is used on its compute thread. */
@ProviderType
public interface Parameters {
    /** The live arrays by name: programs see changes at once. They are freed when the lease is given back. */
    Map<String, INDArray> arrays();

    /** A detached copy, e.g. to keep the best weights seen. */
    Map<String, INDArray> snapshot();

    /**
     * Puts the values of a snapshot back; other element types are converted.
     *
     * @throws IllegalArgumentException if the names are not the same, or a shape is not, naming it; some arrays may have been changed then
     */
    void restore(Map<String, INDArray> snapshot);

    /** Number of single values. */
    long count();

    /** Writes all tensors in the safetensors format. */
    void writeTo(OutputStream out) throws IOException;

    /**
     * Reads the tensors that {@link #writeTo} wrote into these arrays.
     *
     * @throws org.espalier.api.error.DataException if names, shapes or types differ, naming the first that does
     */
    void readFrom(InputStream in) throws IOException;
}
