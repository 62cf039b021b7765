package org.espalier.core.internal.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One small file per finished stage, named by its key, in a hidden folder beside the runs. It may be deleted at any time. */
public final class StageIndex {
    private static final Logger LOG = LoggerFactory.getLogger(StageIndex.class);

    private final Path folder;

    public StageIndex(Path runs) {
        this.folder = runs.resolve(".stages");
    }

    /**
     * A finished stage.
     *
     * @param run       the run that did it
     * @param trial     the trial
     * @param artefacts files by artefact name
     * @param metrics   by metric id
     * @param epochs    epochs done
     */
    public record Entry(String run, String trial, Map<String, String> artefacts, Map<String, Double> metrics, int epochs) {
    }

    public Optional<Entry> find(String key) {
        Path file = folder.resolve(key + ".json");
        try {
            return Files.exists(file) ? Optional.of(Json.read(Files.readString(file), Entry.class)) : Optional.empty();
        } catch (IOException e) {
            LOG.warn("Cannot read {} ({}); the stage is done anew", file, e.getMessage());
            return Optional.empty();
        }
    }

    public void put(String key, Entry entry) {
        Path file = folder.resolve(key + ".json");
        try {
            AtomicFile.write(file, Json.pretty(entry));
        } catch (IOException e) {
            throw new RunFolderException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
