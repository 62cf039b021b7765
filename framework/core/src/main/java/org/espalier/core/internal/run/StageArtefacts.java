package org.espalier.core.internal.run;

import java.util.LinkedHashMap;
import java.util.Map;

import org.espalier.api.run.Artefact;
import org.espalier.api.run.Artefacts;
import org.espalier.core.internal.store.RunFolder;

/** Keeps a stage's artefacts in the run folder. */
final class StageArtefacts implements Artefacts {
    private final RunFolder folder;
    private final String trial;
    private final String stage;
    private final Map<String, Artefact> saved = new LinkedHashMap<>();

    StageArtefacts(RunFolder folder, String trial, String stage) {
        this.folder = folder;
        this.trial = trial;
        this.stage = stage;
    }

    @Override
    public Artefact save(String name, Content content) {
        Artefact artefact = new Artefact(stage, name, folder.file("artefacts/" + trial + "/" + stage + "/" + name, content));
        saved.put(name, artefact);
        return artefact;
    }

    Map<String, Artefact> saved() {
        return saved;
    }
}
