package org.espalier.core.extension;

import java.util.List;

import org.espalier.api.extension.ExtensionPoint;
import org.espalier.core.config.ParameterSchema;

/** What can be used in experiments now. Follows the bundles as they come and go; safe for all threads. */
public interface ExtensionRegistry {
    /** All usable extensions, by point and id. Loads no class. */
    List<Extension> all();

    /** Those of one point, by id. */
    List<Extension> all(ExtensionPoint point);

    /** @throws org.espalier.api.error.InputException if there is none, with the nearest known id; or if two plugins claim the id, naming both */
    Extension get(ExtensionPoint point, String id);

    /** Loads the implementing class. @throws org.espalier.api.error.InputException if its bundle has gone or cannot be resolved, with the reason */
    Class<?> load(Extension extension);

    /** The parameters its constructor takes; loads the class. */
    ParameterSchema schema(Extension extension);

    /** Ids claimed by more than one plugin, each in a sentence. */
    List<String> conflicts();
}
