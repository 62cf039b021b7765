package org.espalier.api.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.espalier.api.inspection.Inspector;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Something that can be trained. What a trainer may ask of it is told by the sub-interface it implements, which
 * {@link org.espalier.api.extension.ModelExtension#form} names. Made once per trial.
 *
 * @param <D> the data kind it takes
 */
@ConsumerType
public interface Model<D> {
    /**
     * Forecast of the native bytes that training on this data will hold at most, for admission to a device and for dry runs; empty if it cannot be told.
     * Called without a device: must not touch ND4J.
     */
    default OptionalLong nativeMemory(D data) {
        return OptionalLong.empty();
    }

    /**
     * What a run on this data will do, line by line, where that is worth knowing before: what is asked of whom, and what it may cost. Shown by dry runs.
     * Called without a device: must not touch ND4J.
     */
    default List<String> outlook(D data) {
        return List.of();
    }

    /** What looks into this model once it is trained; empty if there is nothing to show. */
    default Optional<Inspector> inspector(D data) {
        return Optional.empty();
    }
}
