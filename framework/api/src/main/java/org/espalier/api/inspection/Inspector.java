package org.espalier.api.inspection;

import java.util.Map;

import org.espalier.api.dataset.Part;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.osgi.annotation.versioning.ConsumerType;

/** Looks at the values inside a trained network, of one model and one data set. Made once after training; called on the compute thread. */
@ConsumerType
public interface Inspector {
    /** The part it wants to look at. A model that sees all data at once is evaluated once, whatever the part. */
    Part part();

    /**
     * The watched values of the evaluation network for some examples.
     *
     * @param examples places within the part; empty if the model sees all data at once
     * @param watched  by the names of {@link org.espalier.api.model.Network#watched}; the program's own buffers, overwritten after the call
     */
    void look(int[] examples, Map<String, INDArray> watched);

    /** Tells what was found, after the last {@link #look}. */
    void report(Inspection inspection);
}
