package org.espalier.core.internal.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

import org.espalier.api.error.InputException;
import org.espalier.api.run.Artefacts.Content;
import org.espalier.core.claim.Verdict;
import org.espalier.core.experiment.Plan;
import org.espalier.core.experiment.Trial;
import org.espalier.core.run.EpochRecord;
import org.espalier.core.run.RunEvent;
import org.espalier.core.run.RunOutcome;
import org.espalier.core.run.TrialProfile;
import org.espalier.core.run.TrialResult;

/** Writes a run's files. Failing to write ends in one sentence naming the folder. */
public final class RunFolder implements AutoCloseable {
    static final String HEAD = "run.json";
    static final String CONFIG = "config.yaml";
    static final String EXPERIMENT = "experiment.yaml";
    static final String PROVENANCE = "provenance.json";
    static final String METRICS = "metrics.jsonl";
    static final String RESULTS = "results.jsonl";
    static final String VERDICTS = "claims.jsonl";
    static final String PROFILE = "profile.jsonl";
    static final String EVENTS = "events.jsonl";
    private static final DateTimeFormatter ID = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final Path folder;
    private Head head;
    private final JsonLog metrics;
    private final JsonLog results;
    private final JsonLog events;

    private RunFolder(Path folder, Head head) throws IOException {
        this.folder = folder;
        this.head = head;
        metrics = new JsonLog(folder.resolve(METRICS));
        results = new JsonLog(folder.resolve(RESULTS));
        events = new JsonLog(folder.resolve(EVENTS));
    }

    /** A fresh folder below {@code root}, with everything in it that is known before the first trial. */
    public static RunFolder create(Path root, Plan plan, Instant now) {
        Path parent = root.resolve(plan.experiment().id());
        try {
            Files.createDirectories(parent);
            Path folder = fresh(parent, ID.format(LocalDateTime.ofInstant(now, ZoneId.systemDefault())));
            Head head = new Head(plan.experiment().id() + "/" + folder.getFileName(), plan.experiment().id(), plan.experiment().title(),
                    plan.experiment().paper().orElse(null), plan.overrides(), plan.trials().stream().map(Trial::id).toList(), now.toString(), null, null);
            AtomicFile.write(folder.resolve(EXPERIMENT), plan.experiment().text());
            AtomicFile.write(folder.resolve(CONFIG), SettingsFile.text(plan.settings()));
            AtomicFile.write(folder.resolve(HEAD), Json.pretty(head));
            return new RunFolder(folder, head);
        } catch (IOException e) {
            throw unwritable(parent, e);
        }
    }

    private static Path fresh(Path parent, String name) throws IOException {
        for (int i = 1;; i++) {
            try {
                return Files.createDirectory(parent.resolve(i == 1 ? name : name + "-" + i));
            } catch (FileAlreadyExistsException e) {
                continue;
            }
        }
    }

    /** The folder of an earlier run, to go on with it. */
    public static RunFolder reopen(Path folder) {
        try {
            Head head = Json.read(Files.readString(folder.resolve(HEAD)), Head.class).ended(null, null);
            AtomicFile.write(folder.resolve(HEAD), Json.pretty(head));
            return new RunFolder(folder, head);
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    public String id() {
        return head.id();
    }

    public Path path() {
        return folder;
    }

    public void epoch(EpochRecord epoch) {
        attempt(() -> metrics.append(epoch));
    }

    public void result(TrialResult result) {
        attempt(() -> results.append(result));
    }

    /** Keeps where the time of a stage went. */
    public void profile(TrialProfile profile) {
        attempt(() -> {
            try (JsonLog profiles = new JsonLog(folder.resolve(PROFILE))) {
                profiles.append(profile);
            }
        });
    }

    /** Keeps what happened; epochs and results have their own files. */
    public void event(RunEvent event, Instant now) {
        attempt(() -> events.append(Map.of("time", now.toString(), "event", event.getClass().getSimpleName(), "content", event)));
    }

    public void provenance(Map<String, Object> provenance) {
        attempt(() -> AtomicFile.write(folder.resolve(PROVENANCE), Json.pretty(provenance)));
    }

    public void finish(RunOutcome outcome, List<Verdict> verdicts, Instant now) {
        attempt(() -> {
            StringBuilder lines = new StringBuilder();
            verdicts.forEach(verdict -> lines.append(Json.line(verdict)).append('\n'));
            AtomicFile.write(folder.resolve(VERDICTS), lines.toString());
            head = head.ended(now.toString(), outcome.name());
            AtomicFile.write(folder.resolve(HEAD), Json.pretty(head));
        });
    }

    /** Writes a file below the run folder, complete or not at all. */
    public Path file(String relative, Content content) {
        Path file = folder.resolve(relative);
        attempt(() -> AtomicFile.write(file, content));
        return file;
    }

    @Override
    public void close() {
        attempt(() -> {
            metrics.close();
            results.close();
            events.close();
        });
    }

    private interface Writing {
        void run() throws IOException;
    }

    private void attempt(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private static InputException unwritable(Path folder, IOException e) {
        String reason = e instanceof NoSuchFileException ? "the folder has gone" : e instanceof java.nio.file.AccessDeniedException ? "permission denied" : e.getMessage();
        return new RunFolderException("Cannot write the run folder " + folder + ": " + reason + ". Free some space there, or set runs.root to another folder (runs.root=FOLDER)", e);
    }
}
