package org.espalier.core.internal.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.espalier.api.error.InputException;
import org.espalier.core.claim.Verdict;
import org.espalier.core.config.Setting;
import org.espalier.core.run.RunOutcome;
import org.espalier.core.run.RunRecord;
import org.espalier.core.run.TrialProfile;
import org.espalier.core.run.TrialResult;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads the folder of one run. */
public final class RunReader {
    private RunReader() {
    }

    /** Everything a folder tells. */
    public static RunRecord read(Path folder) {
        try {
            Head head = Json.read(Files.readString(folder.resolve(RunFolder.HEAD)), Head.class);
            return record(folder, head, results(folder, head), SettingsFile.read(folder.resolve(RunFolder.CONFIG)), provenance(folder),
                    JsonLog.read(folder.resolve(RunFolder.VERDICTS), Verdict.class), notes(folder), JsonLog.read(folder.resolve(RunFolder.PROFILE), TrialProfile.class));
        } catch (IOException e) {
            throw new InputException("Cannot read the run in " + folder + ": " + e.getMessage(), e);
        }
    }

    /** What is known without looking into the other files. */
    static RunRecord head(Path folder, Head head) {
        return record(folder, head, List.of(), List.of(), Map.of(), List.of(), List.of(), List.of());
    }

    /** In the plan's order. A trial that failed and was tried again on resuming counts as it ended last. */
    private static List<TrialResult> results(Path folder, Head head) throws IOException {
        Map<String, TrialResult> latest = new LinkedHashMap<>();
        JsonLog.read(folder.resolve(RunFolder.RESULTS), TrialResult.class).forEach(result -> latest.put(result.trial(), result));
        return latest.values().stream().sorted(Comparator.comparing(result -> head.trials().indexOf(result.trial()))).toList();
    }

    private static RunRecord record(Path folder, Head head, List<TrialResult> trials, List<Setting> settings,
            Map<String, Object> provenance, List<Verdict> verdicts, List<String> notes, List<TrialProfile> profiles) {
        return new RunRecord(head.id(), head.experiment(), head.title(), Optional.ofNullable(head.paper()), folder, Instant.parse(head.started()),
                Optional.ofNullable(head.ended()).map(Instant::parse), Optional.ofNullable(head.outcome()).map(RunOutcome::valueOf), settings, provenance, trials,
                verdicts, notes, profiles);
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
