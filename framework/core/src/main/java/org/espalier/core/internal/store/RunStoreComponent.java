package org.espalier.core.internal.store;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.espalier.api.error.InputException;
import org.espalier.core.config.Site;
import org.espalier.core.config.SiteKey;
import org.espalier.core.internal.text.Nearest;
import org.espalier.core.run.EpochRecord;
import org.espalier.core.run.RunRecord;
import org.espalier.core.run.RunStore;
import org.espalier.core.run.TrialFigure;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds the run folders. */
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
        heads().forEach((folder, head) -> runs.add(RunReader.head(folder, head)));
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
            return RunReader.read(all.get(0).folder());
        }
        List<RunRecord> found = all.stream().filter(r -> r.id().equals(run) || r.id().endsWith("/" + run)).toList();
        if (found.size() > 1) {
            throw new InputException("'" + run + "' is the end of " + found.size() + " run ids: " + String.join(", ", found.stream().map(RunRecord::id).toList()));
        }
        if (found.isEmpty()) {
            throw new InputException("There is no run '" + run + "' in " + root() + "." + Nearest.hint(run, all.stream().map(RunRecord::id).toList()));
        }
        return RunReader.read(found.get(0).folder());
    }

    @Override
    public RunRecord at(Path folder) {
        return RunReader.read(folder);
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
}
