package org.espalier.core.config;

import org.espalier.api.run.Artefact;

/** Finds what earlier stages made. */
@FunctionalInterface
public interface ArtefactSource {
    /**
     * @param stage   name of the stage that made it
     * @param name    name of the artefact
     * @param setting the value that asks for it, for messages
     * @throws org.espalier.api.error.InputException if there is no such earlier stage or artefact
     */
    Artefact find(String stage, String name, Setting setting);
}
