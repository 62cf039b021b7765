package org.espalier.core.internal.run;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

import org.espalier.core.experiment.Stage;
import org.espalier.core.experiment.Stage.Use;
import org.espalier.core.internal.store.StageIndex;

/**
 * Finds stages that were done before with everything the same: values, seed, plugins' jars, data, and earlier stages. Their artefacts are used where they lie.
 */
final class StageCache {
    private final StageIndex index;
    private final Jars jars;
    private final Map<String, Semaphore> turns = new ConcurrentHashMap<>();

    StageCache(Path runs, Jars jars) {
        this.index = new StageIndex(runs);
        this.jars = jars;
    }

    /** A hash of everything that determines what the stage makes. */
    String key(Stage stage, long seed, Map<String, String> data, List<String> earlier) {
        Map<String, Object> all = new TreeMap<>();
        for (Use use : List.of(stage.dataset(), stage.model(), stage.trainer())) {
            String role = use.extension().point().id();
            all.put(role, use.extension().id() + " " + jars.hash(jars.bundle(use.extension().bundle())));
            use.values().forEach((key, setting) -> all.put(role + "." + key, setting.value()));
        }
        all.put("metrics", stage.metrics().stream().map(m -> m.id() + " " + jars.hash(jars.bundle(m.bundle()))).toList());
        all.put("seed", seed);
        all.put("data", new TreeMap<>(data));
        all.put("earlier", earlier);
        return sha256(all.toString());
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8))).substring(0, 32);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Waits until no other trial of the run makes the stage with this key: who comes second finds it made. Run what is returned when done. */
    Runnable turn(String key) {
        Semaphore free = turns.computeIfAbsent(key, k -> new Semaphore(1));
        try {
            free.acquire();
        } catch (InterruptedException e) {
            throw (CancellationException) new CancellationException("stopped while another trial made the stage").initCause(e);
        }
        return free::release;
    }

    /** The stage with this key, if its artefacts are still there. */
    Optional<StageIndex.Entry> find(String key) {
        return index.find(key).filter(entry -> entry.artefacts().values().stream().allMatch(path -> Files.exists(Path.of(path))));
    }

    void remember(String run, String trial, StageOutcome outcome) {
        Map<String, String> paths = new TreeMap<>();
        outcome.artefacts().forEach((name, artefact) -> paths.put(name, artefact.path().toAbsolutePath().toString()));
        index.put(outcome.key(), new StageIndex.Entry(run, trial, paths, outcome.metrics(), outcome.epochs()));
    }
}
