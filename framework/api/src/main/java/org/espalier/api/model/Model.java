package org.espalier.api.model;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Something that can be trained. What a trainer may ask of it is told by the sub-interface it implements, which
 * {@link org.espalier.api.extension.ModelExtension#form} names. Made once per trial.
 *
 * @param <D> the data kind it takes
 */
@ConsumerType
public interface Model<D> {
}
