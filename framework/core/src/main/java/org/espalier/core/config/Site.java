package org.espalier.core.config;

import java.nio.file.Path;
import java.util.List;

import org.espalier.core.experiment.Layer;

/** What the installation and the environment say, beneath every experiment's command line. */
public interface Site {
    /** The installation's folder. */
    Path home();

    /** The watched folder of plugins. */
    Path plugins();

    /** Layers from weakest to strongest: defaults, {@code conf/site.yaml}, environment. */
    List<Layer> layers();

    /** The value of a key in the strongest layer that has it. */
    String get(SiteKey key);
}
