package org.espalier.core.internal.store;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.espalier.api.error.InputException;
import org.espalier.core.claim.Verdict;
import org.espalier.core.config.Setting;
import org.espalier.core.config.Site;
import org.espalier.core.config.SiteKey;
import org.espalier.core.internal.text.Nearest;
import org.espalier.core.run.EpochRecord;
import org.espalier.core.run.RunOutcome;
import org.espalier.core.run.RunRecord;
import org.espalier.core.run.RunStore;
import org.espalier.core.run.TrialFigure;
import org.espalier.core.run.TrialProfile;
import org.espalier.core.run.TrialResult;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads the run folders. */
@Component
public final class RunStoreComponent implements RunStore {
    private final Site site;

    @Activate
    public RunStoreComponent(@Reference Site site) {
        this.site = site;
    }

    @Override
    public Path root() {
        return Path.of(site.get(SiteKey.RUNS_ROOT)).toAbsolutePath().normalize();
    }

    @Override
    public List<RunRecord> list() {
        List<RunRecord> runs = new ArrayList<>();
        heads().forEach((folder, head) -> runs.add(record(folder, head, List.of(), List.of(), Map.of(), List.of(), List.of())));
        runs.sort(Comparator.comparing(RunRecord::started).reversed());
        return runs;
    }

    /** Looks into no run: with thousands of them, their files would be most of the work. */
    private Map<Path, Head> heads() {
        Map<Path, Head> heads = new LinkedHashMap<>();
        try {
            Files.walkFileTree(root(), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    Optional<Head> head = head(folder.resolve(RunFolder.HEAD));
                    head.ifPresent(found -> heads.put(folder, found));
                    return head.isPresent() ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new InputException("Cannot list the runs in " + root() + ": " + e.getMessage(), e);
        }
        return heads;
    }

    private static Optional<Head> head(Path file) {
        try {
            return Optional.of(Json.read(Files.readString(file), Head.class));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public RunRecord get(String run) {
        List<RunRecord> all = list();
        if (run.equals("last") && !all.isEmpty()) {
            return read(all.get(0).folder());
        }
        List<RunRecord> found = all.stream().filter(r -> r.id().equals(run) || r.id().endsWith("/" + run)).toList();
        if (found.size() > 1) {
            throw new InputException("'" + run + "' is the end of " + found.size() + " run ids: " + String.join(", ", found.stream().map(RunRecord::id).toList()));
        }
        if (found.isEmpty()) {
            throw new InputException("There is no run '" + run + "' in " + root() + "." + Nearest.hint(run, all.stream().map(RunRecord::id).toList()));
        }
        return read(found.get(0).folder());
    }

    /** Everything a folder tells. */
    public static RunRecord read(Path folder) {
        try {
            Head head = Json.read(Files.readString(folder.resolve(RunFolder.HEAD)), Head.class);
            return record(folder, head, results(folder, head), SettingsFile.read(folder.resolve(RunFolder.CONFIG)),
                    provenance(folder), JsonLog.read(folder.resolve(RunFolder.VERDICTS), Verdict.class), notes(folder));
        } catch (IOException e) {
            throw new InputException("Cannot read the run in " + folder + ": " + e.getMessage(), e);
        }
    }

    /** In the plan's order. A trial that failed and was tried again on resuming counts as it ended last. */
    private static List<TrialResult> results(Path folder, Head head) throws IOException {
        Map<String, TrialResult> latest = new LinkedHashMap<>();
        JsonLog.read(folder.resolve(RunFolder.RESULTS), TrialResult.class).forEach(result -> latest.put(result.trial(), result));
        return latest.values().stream().sorted(Comparator.comparing(result -> head.trials().indexOf(result.trial()))).toList();
    }

    private static RunRecord record(Path folder, Head head, List<TrialResult> trials, List<Setting> settings,
            Map<String, Object> provenance, List<Verdict> verdicts, List<String> notes) {
        return new RunRecord(head.id(), head.experiment(), head.title(), Optional.ofNullable(head.paper()), folder, Instant.parse(head.started()),
                Optional.ofNullable(head.ended()).map(Instant::parse), Optional.ofNullable(head.outcome()).map(RunOutcome::valueOf), settings, provenance, trials,
                verdicts, notes);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> provenance(Path folder) throws IOException {
        Path file = folder.resolve(RunFolder.PROVENANCE);
        return Files.exists(file) ? Json.read(Files.readString(file), Map.class) : Map.of();
    }

    private static List<String> notes(Path folder) throws IOException {
        return JsonLog.read(folder.resolve(RunFolder.EVENTS), JsonNode.class).stream()
                .filter(event -> event.path("event").asText().equals("Note")).map(event -> event.path("content").path("text").asText()).distinct().toList();
    }

    @Override
    public List<EpochRecord> epochs(RunRecord run) {
        try {
            Map<List<Object>, EpochRecord> latest = new LinkedHashMap<>();
            JsonLog.read(run.folder().resolve(RunFolder.METRICS), EpochRecord.class)
                    .forEach(epoch -> latest.put(List.of(epoch.trial(), epoch.stage(), epoch.epoch()), epoch));
            return List.copyOf(latest.values());
        } catch (IOException e) {
            throw new InputException("Cannot read the metrics of run '" + run.id() + "': " + e.getMessage(), e);
        }
    }

    @Override
    public List<TrialFigure> figures(RunRecord run) {
        return run.trials().stream().flatMap(trial -> FigureFiles.read(run.folder(), trial.trial()).stream()).toList();
    }

    /** Where the time of a run went. */
    public static List<TrialProfile> profiles(RunRecord run) {
        try {
            return JsonLog.read(run.folder().resolve(RunFolder.PROFILE), TrialProfile.class);
        } catch (IOException e) {
            throw new InputException("Cannot read the profile of run '" + run.id() + "': " + e.getMessage(), e);
        }
    }

    /** What a run was started with: its experiment file and what was typed behind it. */
    public static Start start(RunRecord run) {
        try {
            Head head = Json.read(Files.readString(run.folder().resolve(RunFolder.HEAD)), Head.class);
            return new Start(run.folder().resolve(RunFolder.EXPERIMENT), head.overrides());
        } catch (IOException e) {
            throw new InputException("Cannot read the start of run '" + run.id() + "': " + e.getMessage(), e);
        }
    }

    /**
     * What a run was started with.
     *
     * @param experiment the experiment file as it was
     * @param overrides  as typed
     */
    public record Start(Path experiment, List<String> overrides) {
    }
}
