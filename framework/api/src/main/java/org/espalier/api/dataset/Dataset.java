package org.espalier.api.dataset;

import java.io.IOException;
import java.util.List;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Reads one data set into one of the data kinds of {@code org.espalier.data}. Made once per trial; the constructor may ask for the
 * parameters record and the trial's {@link org.espalier.api.run.RandomSource}, from which splits and noise are drawn.
 *
 * @param <D> the data kind
 */
@ConsumerType
public interface Dataset<D> {
    /** The files it reads, from its parameters alone: nothing is opened. Empty for generated data. */
    List<DataFile> files();

    /**
     * Reads the data. Called after every needed file was found; may block.
     *
     * @throws org.espalier.api.error.DataException if a file is malformed, naming file, line and what was expected
     */
    D load(DataAccess files) throws IOException;
}
